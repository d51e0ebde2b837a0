"""The facts that filters ask for, a row a passage, in a memory-mapped array."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.dates import first_day, last_day
from index.models import Language
from index.store.archive import SplitArticle

LANGUAGES: tuple[Language, ...] = ("de", "en")
NO_DATE = 0
NO_SOURCE = -1
_COLUMNS = np.dtype([("article", "i4"), ("language", "i1"), ("first_day", "i4"), ("last_day", "i4"), ("source", "i4")])

Rows = NDArray[np.int64]


def write_columns(path: Path, articles: Sequence[SplitArticle]) -> None:
    """Write one record a passage: article number, language, days of publication as YYYYMMDD, outlet number."""
    sources = sorted({split.article.source for split in articles if split.article.source is not None})
    number_of = {source: number for number, source in enumerate(sources)}
    records = []
    for number, split in enumerate(articles):
        article = split.article
        days = (first_day(article.published), last_day(article.published)) if article.published else (NO_DATE, NO_DATE)
        source = number_of[article.source] if article.source is not None else NO_SOURCE
        records += [(number, LANGUAGES.index(article.language), *days, source)] * len(split.passages)
    np.save(path, np.array(records, dtype=_COLUMNS))


class Columns:
    """Answers which passages a filter leaves."""

    def __init__(self, path: Path, sources: Sequence[str]) -> None:
        """Map the file into memory.

        Args:
            path: what `write_columns` wrote.
            sources: all outlets, sorted.

        Raises:
            OSError, ValueError: the file is missing or damaged.
        """
        self._records = np.load(path, mmap_mode="r")
        self._sources = [source.casefold() for source in sources]

    def __len__(self) -> int:
        """Number of passages."""
        return len(self._records)

    def article_numbers(self, rows: Rows) -> NDArray[np.int32]:
        """The article that each passage belongs to."""
        numbers: NDArray[np.int32] = self._records["article"][rows]
        return numbers

    def languages(self) -> NDArray[np.int8]:
        """Index into `LANGUAGES` of every passage."""
        codes: NDArray[np.int8] = self._records["language"]
        return codes

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
            keep &= self._records["last_day"] >= first_day(date_from)
        if date_to is not None:
            keep &= (self._records["first_day"] <= last_day(date_to)) & (self._records["first_day"] != NO_DATE)
        if languages:
            keep &= np.isin(self._records["language"], [LANGUAGES.index(language) for language in languages])
        if sources:
            wanted = {source.casefold() for source in sources}
            keep &= np.isin(self._records["source"], [n for n, name in enumerate(self._sources) if name in wanted])
        return np.flatnonzero(keep)
