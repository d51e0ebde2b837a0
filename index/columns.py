"""The facts that filters ask for, a row a passage."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.dates import first_day, last_day
from index.duplicates import ALONE
from index.models import Language
from index.store.archive import SplitArticle

LANGUAGES: tuple[Language, ...] = ("de", "en")
NO_DATE = 0
NO_SOURCE = -1
_COLUMNS = np.dtype(
    [
        ("article", "i4"),
        ("language", "i1"),
        ("first_day", "i4"),
        ("last_day", "i4"),
        ("source", "i4"),
        ("cluster", "i4"),
    ]
)

Rows = NDArray[np.int64]


def write_columns(path: Path, articles: Sequence[SplitArticle], clusters: NDArray[np.int32]) -> None:
    """Write one record a passage: article number, language, days of publication as YYYYMMDD, outlet, cluster."""
    sources = sorted({split.article.source for split in articles if split.article.source is not None})
    number_of = {source: number for number, source in enumerate(sources)}
    records = []
    for number, split in enumerate(articles):
        article = split.article
        days = (first_day(article.published), last_day(article.published)) if article.published else (NO_DATE, NO_DATE)
        source = number_of[article.source] if article.source is not None else NO_SOURCE
        records += [(number, LANGUAGES.index(article.language), *days, source, ALONE)] * len(split.passages)
    table = np.array(records, dtype=_COLUMNS)
    table["cluster"] = clusters
    np.save(path, table)


class Columns:
    """Answers which passages a filter leaves."""

    def __init__(self, path: Path, sources: Sequence[str]) -> None:
        """Read the file.

        Args:
            path: what `write_columns` wrote.
            sources: all outlets, sorted.

        Raises:
            OSError, ValueError: the file is missing or damaged.
        """
        records = np.load(path, mmap_mode="r")
        if records.dtype != _COLUMNS:
            raise ValueError(f"{path.name} holds something else than the columns of a generation")
        # Each column by itself: a filter looks at all of one, and 21 bytes a passage cost nothing to keep.
        self._columns = {name: np.ascontiguousarray(records[name]) for name in records.dtype.names}
        self._sources = [source.casefold() for source in sources]
        self._rows_of = [np.flatnonzero(self._columns["language"] == code) for code in range(len(LANGUAGES))]
        for own in self._rows_of:
            own.flags.writeable = False  # handed out as they are

    def __len__(self) -> int:
        """Number of passages."""
        return len(self._columns["article"])

    def article_numbers(self, rows: Rows) -> NDArray[np.int32]:
        """The article that each passage belongs to."""
        numbers: NDArray[np.int32] = self._columns["article"][rows]
        return numbers

    def days(self, rows: Rows) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """The first and the last day that each passage may have been published on, YYYYMMDD; `NO_DATE` if unknown."""
        return self._columns["first_day"][rows], self._columns["last_day"][rows]

    def clusters(self, rows: Rows) -> NDArray[np.int32]:
        """The cluster of near-duplicates that each passage belongs to; `ALONE` where it has no copy."""
        numbers: NDArray[np.int32] = self._columns["cluster"][rows]
        return numbers

    def copies(self, clusters: Collection[int]) -> Rows:
        """Rows of all passages in some clusters."""
        wanted = [number for number in clusters if number != ALONE]
        return np.flatnonzero(np.isin(self._columns["cluster"], wanted)) if wanted else np.empty(0, dtype=np.int64)

    def languages(self) -> NDArray[np.int8]:
        """Index into `LANGUAGES` of every passage."""
        codes: NDArray[np.int8] = self._columns["language"]
        return codes

    def rows_of(self, language: Language) -> Rows:
        """All passages in a language, in the order of the archive (read-only)."""
        return self._rows_of[LANGUAGES.index(language)]

    def among(self, rows: Rows, language: Language) -> Rows:
        """Those of some distinct passages, in the order of the archive, that are in a language."""
        if len(rows) == len(self):
            return self.rows_of(language)
        own: Rows = rows[self._columns["language"][rows] == LANGUAGES.index(language)]
        return own

    def common(self, rows: Rows, others: Iterable[Rows]) -> Rows:
        """Those of some passages that are among some of the others, in their order; nothing is sorted."""
        marked = np.zeros(len(self), dtype=bool)
        for other in others:
            marked[other] = True
        common: Rows = rows[marked[rows]]
        return common

    def matching(
        self,
        date_from: str | None = None,
        date_to: str | None = None,
        languages: Sequence[Language] = (),
        sources: Sequence[str] = (),
    ) -> Rows:
        """Rows of the passages that fit every filter given.

        An article fits a range of dates when some day that it may have been published on does; one without a date
        fits none.
        """
        keep = np.ones(len(self), dtype=bool)
        if date_from is not None:
            keep &= self._columns["last_day"] >= first_day(date_from)
        if date_to is not None:
            keep &= (self._columns["first_day"] <= last_day(date_to)) & (self._columns["first_day"] != NO_DATE)
        if languages:
            keep &= np.isin(self._columns["language"], [LANGUAGES.index(language) for language in languages])
        if sources:
            wanted = {source.casefold() for source in sources}
            keep &= np.isin(self._columns["source"], [n for n, name in enumerate(self._sources) if name in wanted])
        return np.flatnonzero(keep)
