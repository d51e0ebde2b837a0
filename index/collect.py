"""Which articles the next generation holds: what the given paths say now, and the rest of the archive as it was."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from index.errors import SourceError
from index.models import Article, Language
from index.progress import Progress
from index.reading import READER_VERSION, SourceFile, find_files, read_file
from index.store.archive import Archive, FileState

logger = logging.getLogger(__name__)


@dataclass
class Collected:
    """Articles and files of the next generation, and what could not be read.

    Attributes:
        articles: by id, in the order to be stored.
        files: by path.
        problems: what was left out, and why.
        unread: files taken over without parsing, because their bytes are the same.
    """

    articles: dict[str, Article] = field(default_factory=dict)
    files: dict[str, FileState] = field(default_factory=dict)
    problems: list[SourceError] = field(default_factory=list)
    unread: int = 0


def collect(
    paths: Sequence[Path], earlier: Archive | None, progress: Progress, *, only: bool, language: Language | None
) -> Collected:
    """Read the given paths and merge them with the archive.

    Articles that came from a given path and are not there any more disappear; articles from elsewhere stay, unless
    `only` is set. A file that can no longer be read keeps the articles it had.

    Args:
        paths: files and folders.
        earlier: the current archive, None for none (or none that may be reused).
        progress: told about each file.
        only: let the archive hold the given paths and nothing else.
        language: the language of all articles that do not state theirs; None detects it.
    """
    collected = Collected()
    present = [path for path in paths if path.exists()]
    for path in paths:
        if not path.exists():
            remedy = "Check the spelling; to drop its articles, index what shall remain with --only."
            collected.problems.append(SourceError(str(path), "there is no such file or folder", remedy))
    previous = _Previous(earlier)
    candidates: list[Article] = []
    files = find_files(present)
    with progress("reading", len(files), "file") as advance:
        for file in files:
            candidates += _articles_of(file, previous, collected, language)
            advance(1)
    if not only:
        candidates += _kept(previous, [path.absolute() for path in present], collected)
    _merge(candidates, collected)
    return collected


class _Previous:
    """The earlier archive by file."""

    def __init__(self, archive: Archive | None) -> None:
        self.files = {state.path: state for state in archive.files()} if archive else {}
        self.by_path: dict[str, list[Article]] = {}
        for article in archive.articles() if archive else ():
            self.by_path.setdefault(article.path or "", []).append(article)


def _articles_of(
    file: SourceFile, previous: _Previous, collected: Collected, language: Language | None
) -> list[Article]:
    """The articles of one file: taken over when its bytes are the same, read otherwise."""
    path = str(file.path)
    try:
        digest = _digest(file.path, language)
    except OSError as error:
        reason = f"cannot be read ({error.strerror})"
        collected.problems.append(SourceError(path, reason, "Check its permissions and index it again."))
        return _fall_back(path, previous, collected)
    known = previous.files.get(path)
    if known is not None and known.digest == digest:
        collected.files[path] = known._replace(root=str(file.root))
        collected.unread += 1
        return previous.by_path.get(path, [])
    reading = read_file(file.path, language=language)
    collected.problems += reading.problems
    if not reading.articles:
        return _fall_back(path, previous, collected)
    # A file with problems keeps no digest: it is read, and complained of, again until it is mended.
    collected.files[path] = FileState(path, str(file.root), "" if reading.problems else digest)
    return reading.articles


def _fall_back(path: str, previous: _Previous, collected: Collected) -> list[Article]:
    """Keep what a file gave before it broke."""
    articles = previous.by_path.get(path, [])
    if articles:
        logger.warning("%s: keeping its %d article(s) as indexed before", path, len(articles))
        collected.files[path] = previous.files[path]._replace(digest="")
    return articles


def _kept(previous: _Previous, given: Sequence[Path], collected: Collected) -> list[Article]:
    """Articles from files outside the given paths."""
    kept = []
    for path, articles in previous.by_path.items():
        if path in collected.files or any(Path(path).is_relative_to(root) for root in given):
            continue
        collected.files[path] = previous.files[path]
        kept += articles
    return kept


def _merge(candidates: Iterable[Article], collected: Collected) -> None:
    """Give every article its id; two files that claim one id cannot both have it."""
    for article in candidates:
        first = collected.articles.setdefault(article.id, article)
        if first is not article:
            reason = f"the id {article.id!r} is taken by {first.path}"
            remedy = "Rename the file or give the article an `id` of its own; then index it again."
            collected.problems.append(SourceError(article.path or article.id, reason, remedy))
    kept_paths = {article.path for article in collected.articles.values()}
    collected.files = {path: state for path, state in collected.files.items() if path in kept_paths}


def _digest(path: Path, language: Language | None) -> str:
    digest = hashlib.sha256(f"{READER_VERSION}|{language}|".encode())
    digest.update(path.read_bytes())
    return digest.hexdigest()
