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
from index.reading import READER_VERSION, SourceFile, absolute, find_files, read_file
from index.reading.files import shown
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
    paths: Sequence[Path],
    earlier: Archive | None,
    progress: Progress,
    *,
    only: bool,
    reread: bool,
    language: Language | None,
) -> Collected:
    """Read the given paths and merge them with the archive.

    Articles that came from a given path and are not there any more disappear; articles from elsewhere stay, unless
    `only` is set. What can no longer be read keeps the articles it had, be it a file, a folder or a missing path.

    Args:
        paths: files and folders.
        earlier: the current archive, None for none.
        progress: told about each file.
        only: let the archive hold the given paths and nothing else.
        reread: read the files of the given paths even when their bytes are the same.
        language: the language of all articles that do not state theirs; None detects it.
    """
    collected = Collected()
    files, listed = _list_files(paths, collected.problems)
    previous = _Previous(earlier)
    candidates: list[Article] = []
    with progress("reading", len(files), "file") as advance:
        for file in files:
            root = str(file.root) if only else _widest_root(file, previous)
            candidates += _articles_of(file.path, root, previous, collected, reread, language)
            advance(1)
    if not only:
        candidates += _kept(previous, listed, collected)
    _merge(candidates, collected)
    return collected


def _list_files(paths: Sequence[Path], problems: list[SourceError]) -> tuple[list[SourceFile], list[Path]]:
    """The files of all paths, each once, and the paths that could be listed."""
    files: dict[Path, SourceFile] = {}
    listed = []
    for path in map(absolute, paths):
        if not path.exists():
            remedy = "Check the spelling; to drop its articles, index what shall remain with --only."
            problems.append(SourceError(shown(path), "there is no such file or folder", remedy))
            continue
        try:
            found = find_files([path])
        except SourceError as problem:
            problems.append(problem)
            continue
        listed.append(path)
        for file in found:
            files.setdefault(file.path, file)
    return list(files.values()), listed


class _Previous:
    """The earlier archive by file."""

    def __init__(self, archive: Archive | None) -> None:
        self.files = {state.path: state for state in archive.files()} if archive else {}
        self.by_path: dict[str, list[Article]] = {}
        for article in archive.articles() if archive else ():
            self.by_path.setdefault(article.path or "", []).append(article)


def _widest_root(file: SourceFile, previous: _Previous) -> str:
    """The given path that led to the file; the folder it was indexed with before, when that contains the given path."""
    known = previous.files.get(str(file.path))
    return known.root if known is not None and file.root.is_relative_to(known.root) else str(file.root)


def _articles_of(
    file: Path, root: str, previous: _Previous, collected: Collected, reread: bool, language: Language | None
) -> list[Article]:
    """The articles of one file: taken over when its bytes are the same, read otherwise."""
    path = str(file)
    digest = _digest(file, language)
    known = previous.files.get(path)
    if known is not None and digest and known.digest == digest and not reread:
        collected.files[path] = known._replace(root=root)
        collected.unread += 1
        return previous.by_path.get(path, [])
    reading = read_file(file, language=language)
    collected.problems += reading.problems
    if not reading.articles:
        return _fall_back(path, root, previous, collected)
    # A file with problems keeps no digest: it is read, and complained of, again until it is mended.
    collected.files[path] = FileState(path, root, "" if reading.problems else digest)
    return reading.articles


def _fall_back(path: str, root: str, previous: _Previous, collected: Collected) -> list[Article]:
    """Keep what a file gave before it broke."""
    articles = previous.by_path.get(path, [])
    if articles:
        logger.warning("%s: keeping its %d article(s) as indexed before", path, len(articles))
        collected.files[path] = FileState(path, root, "")
    return articles


def _kept(previous: _Previous, given: Sequence[Path], collected: Collected) -> list[Article]:
    """Articles from files outside the paths that could be listed."""
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
        first, path = collected.articles.setdefault(article.id, article), article.path or ""
        if first is article or not Path(path).exists():
            continue  # a file that has been moved: its article came in from the new place
        reason = f"the id {article.id!r} is taken by {first.path}"
        remedy = "Rename the file or give the article an `id` of its own; then index it again."
        collected.problems.append(SourceError(path, reason, remedy))
        collected.files[path] = collected.files[path]._replace(digest="")
    kept_paths = {article.path for article in collected.articles.values()}
    collected.files = {path: state for path, state in collected.files.items() if path in kept_paths}


def _digest(path: Path, language: Language | None) -> str:
    """Hash of all that an article depends on; empty for a file that cannot be read, of which `read_file` tells why."""
    if not path.is_file():
        return ""
    try:
        content = path.read_bytes()
    except OSError:
        return ""
    return hashlib.sha256(f"{READER_VERSION}|{language}|".encode() + content).hexdigest()
