"""Where things lie in a data folder, and how to write them so that a crash does not lose them."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

from index.errors import DamagedIndexError, FundstelleError

DEFAULT_DATA = Path(".fundstelle")
POINTER_FILE = "current.json"
LOCK_FILE = "writer.lock"
CACHE_FILE = "embeddings.sqlite"
GENERATIONS_FOLDER = "generations"
ARCHIVE_FILE = "archive.sqlite"
KEYWORDS_FOLDER = "keywords"
COLUMNS_FILE = "columns.npy"
READERS_FILE = "readers"

_GENERATION = re.compile(r"\w[\w-]*")


def data_folder(data: str | Path | None) -> Path:
    """Resolve the data folder: the argument, else `$FUNDSTELLE_DATA`, else `.fundstelle/`."""
    chosen = data if data is not None else os.environ.get("FUNDSTELLE_DATA") or DEFAULT_DATA
    return Path(chosen).expanduser().absolute()


def generation_folder(data: Path, generation: str) -> Path:
    """The folder of a generation."""
    return data / GENERATIONS_FOLDER / generation


def current_generation(data: Path) -> str | None:
    """The id of the generation that readers open; None when nothing has been indexed.

    Raises:
        DamagedIndexError: the pointer file is unreadable.
    """
    path = data / POINTER_FILE
    try:
        pointer = json.loads(path.read_text(encoding="utf-8"))
        generation = pointer["generation"]
        if not isinstance(generation, str) or not _GENERATION.fullmatch(generation):
            raise ValueError(f"{generation!r} is no generation")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        # Without the pointer nobody knows what the index was made from: `--rebuild` alone would find no paths.
        remedy = "Index the articles again: fundstelle index PATH"
        raise DamagedIndexError(f"{path} is unreadable: {error}.", remedy) from error
    return generation


def switch_to(data: Path, generation: str) -> None:
    """Make a complete generation the current one: everything reaches the disk, then one atomic rename.

    Raises:
        FundstelleError: the disk is full or cannot be written; the generation before is still the current one.
    """
    # One name for all writers, of whom there is one at a time: what a crash leaves is overwritten the next time.
    fresh = data / f".{POINTER_FILE}.new"
    try:
        _sync_tree(generation_folder(data, generation))
        _sync(data / GENERATIONS_FOLDER)
        fresh.write_text(json.dumps({"generation": generation}) + "\n", encoding="utf-8")
        _sync(fresh)
        fresh.replace(data / POINTER_FILE)
        _sync(data)
    except OSError as error:
        remedy = "The index in use is untouched. Free some disk space or check the permissions, then index again."
        raise FundstelleError(f"cannot write {data / POINTER_FILE}: {error.strerror}.", remedy) from error


def _sync_tree(folder: Path) -> None:
    for parent, _, names in os.walk(folder):
        for name in names:
            _sync(Path(parent) / name)
        _sync(Path(parent))


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
