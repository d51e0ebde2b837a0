"""A model named by the user as a folder: whether it is one, what people call it, and what its content is."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from index.embedding.prompts import known_prompts

CONTENT = frozenset({".json", ".safetensors", ".bin", ".txt", ".model", ".py"})
"""Endings of what decides about vectors: weights, vocabularies, configurations, code. A README does not."""


def named_folder(name: str) -> Path | None:
    """The folder that a name means; None for one that can only be a name on the hub."""
    folder = Path(name).expanduser()
    return folder.absolute() if folder.is_dir() else None


def label_of(name: str) -> str:
    """What people call a model: a folder's own name, the name on the hub for a folder in the hub's cache."""
    folder = named_folder(name)
    if folder is None:
        return name
    if folder.parent.name == "snapshots":
        return folder.parent.parent.name.removeprefix("models--").replace("--", "/")
    return folder.name


def names_of(name: str) -> list[str]:
    """The names that a model is known by: its own, then the one that a folder's configuration states."""
    folder = named_folder(name)
    names = [label_of(name)]
    if folder is not None:
        try:
            stated = json.loads((folder / "config.json").read_text(encoding="utf-8"))["_name_or_path"]
        except (OSError, ValueError, KeyError, TypeError):
            return names
        names.append(str(stated).rstrip("/").rsplit("/", maxsplit=1)[-1])
    return names


def fingerprint_of_folder(folder: Path) -> str:
    """16 hex digits that change with a folder's weights, vocabulary, configuration or the prompts it is given.

    Reads every byte: about a second for two gigabytes.

    Raises:
        OSError: a file cannot be read.
    """
    digest = hashlib.sha256(repr(known_prompts(names_of(str(folder)))).encode())
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.suffix in CONTENT}
    for relative in sorted(files):
        if files[relative].is_file() and not relative.startswith("."):
            digest.update(f"|{relative}|{files[relative].stat().st_size}|".encode())
            with files[relative].open("rb") as content:
                digest.update(hashlib.file_digest(content, "sha256").digest())
    return digest.hexdigest()[:16]
