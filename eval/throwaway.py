"""Archives made for one evaluation and kept for its repetition: the same articles and model, the same archive."""

from __future__ import annotations

import hashlib
import logging
import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from eval.formats.write import article_lines
from index.build import build_index
from index.embedding import Embedder, fingerprint_of
from index.embedding.export import cache_folder
from index.errors import DamagedIndexError, FundstelleError, IncompatibleIndexError
from index.generation import Generation
from index.layout import current_generation, generation_folder
from index.models import Article
from index.progress import Progress, silent
from index.write_generation import SPLIT_VERSION

log = logging.getLogger(__name__)

_ARTICLES = "articles.jsonl"


def archives_folder() -> Path:
    """Where throw-away archives are kept: in the folder of `$FUNDSTELLE_CACHE`, else the user's cache folder."""
    return cache_folder() / "evaluation"


def throwaway_archive(name: str, articles: Sequence[Article], embedder: Embedder, progress: Progress = silent) -> Path:
    """The data folder of an archive that holds exactly these articles, built when it is not there yet.

    Args:
        name: of the set; begins the folder's name.
        articles: at least one.
        embedder: the model to index with.
        progress: told about the steps of building.

    Raises:
        FundstelleError: the archive cannot be built, or the cache cannot be written.
    """
    data = archives_folder() / f"{name}-{content_key(articles, fingerprint_of(embedder))}"
    if _is_usable(data):
        log.info("the archive of %s is there already: %s", name, data)
        return data
    try:
        data.mkdir(parents=True, exist_ok=True)
        source = data / _ARTICLES
        source.write_text("".join(f"{line}\n" for line in article_lines(articles)), encoding="utf-8")
    except OSError as error:
        remedy = "Make the folder writable, free some space, or set FUNDSTELLE_CACHE to another one."
        raise FundstelleError(f"cannot write to {archives_folder()}: {error.strerror}.", remedy) from error
    report = build_index(data, [source], embedder, only=True, progress=progress)
    if report.problems:
        raise report.problems[0]
    log.info("indexed %d passages in %.1f s: %s", report.passages, report.seconds, data)
    return data


def _is_usable(data: Path) -> bool:
    """Whether an archive is there and can be read; one that was broken off or made by another version is removed."""
    try:
        generation = current_generation(data)
        if generation is not None:
            Generation(generation_folder(data, generation)).close()
            return True
    except (IncompatibleIndexError, DamagedIndexError) as error:
        log.warning("the archive is built anew: %s", error)
        shutil.rmtree(data)
    return False


def content_key(articles: Sequence[Article], fingerprint: str) -> str:
    """16 hexadecimal digits that change with the articles, the model and the way of splitting."""
    digest = hashlib.sha256(f"{fingerprint}|{SPLIT_VERSION}".encode())
    for article in articles:
        digest.update(article.checksum.encode())
    return digest.hexdigest()[:16]


def kept_archives() -> list[tuple[Path, int]]:
    """The archives that are kept, each with its size in bytes, by name."""
    folder = archives_folder()
    found = sorted(path for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []
    return [(path, _size(path)) for path in found]


def remove_archives() -> int:
    """Remove all of them; returns how many bytes that frees."""
    freed = sum(size for _, size in kept_archives())
    if archives_folder().is_dir():
        shutil.rmtree(archives_folder())
    return freed


def _size(folder: Path) -> int:
    return sum(os.lstat(Path(root) / name).st_size for root, _, names in os.walk(folder) for name in names)
