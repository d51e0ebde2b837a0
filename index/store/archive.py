"""Articles, sentences and passages in one SQLite file: the only place where text is kept."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from index.errors import DamagedIndexError, UnknownArticleError
from index.models import Article, Passage, Sentence

SCHEMA = """
CREATE TABLE files (
    path TEXT PRIMARY KEY, root TEXT NOT NULL, digest TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE articles (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, title_origin TEXT NOT NULL,
    text TEXT NOT NULL, language TEXT NOT NULL, published TEXT, source TEXT, url TEXT, path TEXT,
    checksum TEXT NOT NULL
);
CREATE TABLE sentences (
    article INTEGER NOT NULL REFERENCES articles(row), position INTEGER NOT NULL,
    start INTEGER NOT NULL, end INTEGER NOT NULL, kind TEXT NOT NULL, PRIMARY KEY (article, position)
) WITHOUT ROWID;
CREATE TABLE passages (
    row INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES articles(row),
    start INTEGER NOT NULL, end INTEGER NOT NULL
);
CREATE INDEX passages_of_article ON passages(article);
CREATE INDEX outlets ON articles(source);
"""

_ARTICLE_FIELDS = "id, title, title_origin, text, language, published, source, url, path"


class FileState(NamedTuple):
    """What was read from a file, to know later whether it must be read again."""

    path: str
    root: str
    digest: str


class SplitArticle(NamedTuple):
    """An article with its sentences and passages."""

    article: Article
    sentences: list[Sentence]
    passages: list[Passage]


class StoredPassage(NamedTuple):
    """A passage with the article that it belongs to."""

    row: int
    passage: Passage
    article: Article


def write_archive(path: Path, files: Iterable[FileState], articles: Iterable[SplitArticle]) -> None:
    """Write a new archive file.

    Passages get the rows 0, 1, 2, … in the order given: the same rows that vectors and keywords use.

    Raises:
        sqlite3.Error: the disk is full, or two articles have the same id.
    """
    connection = sqlite3.connect(path)
    try:
        # The file is new and nobody reads it before it is complete: no journal is needed.
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.executescript(SCHEMA)
        connection.executemany("INSERT INTO files VALUES (?, ?, ?)", files)
        row = 0
        for number, split in enumerate(articles):
            _insert(connection, number, row, split)
            row += len(split.passages)
        connection.commit()
    finally:
        connection.close()


def _insert(connection: sqlite3.Connection, number: int, first_row: int, split: SplitArticle) -> None:
    a = split.article
    values = (number, a.id, a.title, a.title_origin, a.text, a.language, a.published, a.source, a.url, a.path)
    connection.execute("INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (*values, a.checksum))
    connection.executemany(
        "INSERT INTO sentences VALUES (?, ?, ?, ?, ?)",
        [(number, position, s.start, s.end, s.kind) for position, s in enumerate(split.sentences)],
    )
    connection.executemany(
        "INSERT INTO passages VALUES (?, ?, ?, ?)",
        [(first_row + offset, number, p.start, p.end) for offset, p in enumerate(split.passages)],
    )


class Archive:
    """Reads one archive file. Safe to use from several threads."""

    def __init__(self, path: Path) -> None:
        """Open the file for reading; it is never written again.

        Raises:
            sqlite3.Error: the file is missing or no archive.
        """
        self._connection = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        self._lock = threading.Lock()

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()

    def article(self, article_id: str) -> Article:
        """Return an article.

        Raises:
            UnknownArticleError: there is none with this id.
        """
        rows = self._rows(f"SELECT {_ARTICLE_FIELDS} FROM articles WHERE id = ?", (article_id,))
        if not rows:
            remedy = "`fundstelle search` and `fundstelle status` show what is indexed."
            raise UnknownArticleError(f"no article has the id {article_id!r}.", remedy)
        return _article(rows[0])

    def articles(self) -> Iterator[Article]:
        """All articles, in the order they were indexed."""
        return map(_article, self._rows(f"SELECT {_ARTICLE_FIELDS} FROM articles ORDER BY row", ()))

    def article_ids(self) -> list[str]:
        """The ids of all articles, in the order they were indexed."""
        return [str(row[0]) for row in self._rows("SELECT id FROM articles ORDER BY row", ())]

    def ids_of(self, numbers: Iterable[int]) -> dict[int, str]:
        """The ids of articles by their number, their place in the order they were indexed."""
        wanted = json.dumps(list(numbers))  # one value, however many: SQLite limits the number of marks
        rows = self._rows("SELECT row, id FROM articles WHERE row IN (SELECT value FROM json_each(?))", (wanted,))
        return {int(row): str(article_id) for row, article_id in rows}

    def sources(self) -> list[str]:
        """The outlets of all articles, sorted."""
        query = "SELECT DISTINCT source FROM articles WHERE source IS NOT NULL ORDER BY source COLLATE BINARY"
        return [str(row[0]) for row in self._rows(query, ())]

    def passages(self, rows: Sequence[int]) -> list[StoredPassage]:
        """Passages with their articles, in the order of `rows`."""
        marks = ",".join("?" * len(rows))
        fields = ", ".join(f"articles.{name.strip()}" for name in _ARTICLE_FIELDS.split(","))
        found = self._rows(
            f"SELECT passages.row, passages.start, passages.end, {fields} FROM passages "
            f"JOIN articles ON articles.row = passages.article WHERE passages.row IN ({marks})",
            tuple(rows),
        )
        stored = {}
        for row, start, end, *fields_of_article in found:
            article = _article(fields_of_article)
            stored[row] = StoredPassage(row, Passage(article_id=article.id, start=start, end=end), article)
        return [stored[row] for row in rows]

    def sentences(self, article_id: str, start: int = 0, end: int | None = None) -> list[Sentence]:
        """The sentences of an article that lie within a span of it, in reading order."""
        query = (
            "SELECT sentences.start, sentences.end, kind FROM sentences JOIN articles ON articles.row = article "
            "WHERE id = ? AND sentences.start >= ? AND sentences.end <= ? ORDER BY position"
        )
        rows = self._rows(query, (article_id, start, 2**62 if end is None else end))
        return [Sentence(start=row[0], end=row[1], kind=row[2]) for row in rows]

    def files(self) -> list[FileState]:
        """The files that the articles were read from."""
        return [FileState(*row) for row in self._rows("SELECT path, root, digest FROM files ORDER BY path", ())]

    def split_articles(self) -> Iterator[tuple[str, SplitArticle]]:
        """Every article with its checksum, sentences and passages, so that a new generation can take them over."""
        for number, checksum in self._rows("SELECT row, checksum FROM articles ORDER BY row", ()):
            article = _article(self._rows(f"SELECT {_ARTICLE_FIELDS} FROM articles WHERE row = ?", (number,))[0])
            sentences = self._rows(
                "SELECT start, end, kind FROM sentences WHERE article = ? ORDER BY position", (number,)
            )
            passages = self._rows("SELECT start, end FROM passages WHERE article = ? ORDER BY row", (number,))
            yield (
                str(checksum),
                SplitArticle(
                    article,
                    [Sentence(start=s[0], end=s[1], kind=s[2]) for s in sentences],
                    [Passage(article_id=article.id, start=p[0], end=p[1]) for p in passages],
                ),
            )

    def counts(self) -> tuple[int, int, int]:
        """Number of articles, of passages and of sentences."""
        tables = ("articles", "passages", "sentences")
        rows = self._rows(f"SELECT {', '.join(f'(SELECT count(*) FROM {table})' for table in tables)}", ())
        articles, passages, sentences = rows[0]
        return int(articles), int(passages), int(sentences)

    def is_sound(self) -> bool:
        """Whether SQLite finds the file free of damage (reads all of it)."""
        try:
            return [row[0] for row in self._rows("PRAGMA integrity_check", ())] == ["ok"]
        except DamagedIndexError:
            return False

    def stray_spans(self) -> int:
        """Number of sentences and passages whose span is empty or leaves its article's text; 0 in a sound archive."""
        strays = [
            f"(SELECT count(*) FROM {table} AS spans LEFT JOIN articles ON articles.row = spans.article "
            "WHERE articles.row IS NULL OR start < 0 OR start >= end OR end > length(text))"
            for table in ("sentences", "passages")
        ]
        return int(self._rows(f"SELECT {' + '.join(strays)}", ())[0][0])

    def _rows(self, query: str, values: tuple[object, ...]) -> list[tuple[Any, ...]]:
        try:
            with self._lock:
                return self._connection.execute(query, values).fetchall()
        except sqlite3.ProgrammingError:
            raise  # a mistake of ours, such as reading from a closed archive
        except sqlite3.DatabaseError as error:
            remedy = "Build it anew: fundstelle index --rebuild"
            raise DamagedIndexError(f"the archive of the index is damaged: {error}.", remedy) from error


def _article(row: Sequence[object]) -> Article:
    names = [name.strip() for name in _ARTICLE_FIELDS.split(",")]
    return Article.model_validate(dict(zip(names, row, strict=True)))
