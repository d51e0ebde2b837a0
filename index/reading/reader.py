"""One file to its articles, or to what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from index.errors import SourceError
from index.models import Article, Language
from index.reading.draft import Draft, to_article
from index.reading.files import KNOWN_ENDINGS, shown
from index.reading.html import read_html
from index.reading.jsonl import read_jsonl
from index.reading.markdown import read_markdown
from index.reading.normalise import one_line
from index.reading.pdf import read_pdf
from index.reading.txt import read_txt

READER_VERSION = "1"
"""Raise it with every change of what reading yields, new versions of the parsing libraries included: what was read by
another version is read again."""

_ONE_ARTICLE: Mapping[str, Callable[[bytes, str], Draft]] = MappingProxyType(
    {
        ".txt": read_txt,
        ".md": read_markdown,
        ".markdown": read_markdown,
        ".html": read_html,
        ".htm": read_html,
        ".pdf": read_pdf,
    }
)


@dataclass(frozen=True)
class FileReading:
    """What came out of one file: its articles in order, and the problems, each with its place."""

    articles: list[Article] = field(default_factory=list)
    problems: list[SourceError] = field(default_factory=list)


def read_file(path: Path, *, language: Language | None = None) -> FileReading:
    """Read one file of any known format. Never raises for what is in the file: that becomes a problem.

    Args:
        path: the file; its ending, in any case, says the format. `Article.path` is this path as text.
        language: the language of articles that do not name it themselves; None: detect it.
    """
    place = shown(path)
    try:
        if place != str(path):
            raise SourceError(place, "the file's name is not UTF-8, so it cannot be stored", "Rename the file.")
        records = _records_of(path, place)
    except SourceError as problem:
        return FileReading(problems=[problem])
    reading = FileReading()
    for record_place, record in records:
        try:
            reading.articles.append(_article_of(record, record_place, path, language))
        except SourceError as problem:
            reading.problems.append(problem)
    return reading


def _records_of(path: Path, place: str) -> list[tuple[str, Draft | SourceError]]:
    """The drafts in the file by their places, and the records that are broken."""
    ending = path.suffix.lower()
    if ending not in KNOWN_ENDINGS:
        reason = f"files ending in {ending!r} cannot be read" if ending else "a file without an ending cannot be read"
        raise SourceError(place, reason, f"Known are {', '.join(KNOWN_ENDINGS)}.")
    data = _bytes_of(path, place)
    if not data.strip():
        raise SourceError(place, "the file is empty", "Remove it, or fill it.")
    if ending == ".jsonl":
        return read_jsonl(data, place)
    return [(place, _ONE_ARTICLE[ending](data, place))]


def _bytes_of(path: Path, place: str) -> bytes:
    """The content of a regular file; a pipe or device would never end."""
    if path.exists() and not path.is_file():
        raise SourceError(place, "this is no file", "Give files, or folders that hold files.")
    try:
        return path.read_bytes()
    except OSError as error:
        reason = f"the file cannot be read ({error.strerror})"
        raise SourceError(place, reason, "Check that it exists and that you may read it.") from error


def _article_of(record: Draft | SourceError, place: str, path: Path, language: Language | None) -> Article:
    """The article of a draft; a record that is broken already stays a problem."""
    if isinstance(record, SourceError):
        raise record
    return to_article(record, place, stem=one_line(path.stem), path=str(path), language=language)
