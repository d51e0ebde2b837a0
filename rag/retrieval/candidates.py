"""Passages that may answer: the best by keyword, the nearest by vector, and those of a time that the question names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from index.best import best_places
from index.columns import LANGUAGES, Rows
from index.models import Language
from rag.retrieval.asked import Asked
from rag.retrieval.dates import preferred_rows

SourceName = Literal["keyword", "vector", "dated"]

POOL = 100
"""Least number of candidates a side and a language, however few are wanted."""


@dataclass(frozen=True)
class Candidates:
    """The candidates of one language.

    Attributes:
        language: of the articles.
        everything: all passages in it, whatever the filters: the scale that scores are read against.
        searched: those that the filters leave.
        sources: the candidates by what brought them in, best first; one may come from several. `dated` are the nearest
            by cosine of those that were published in a time named.
    """

    language: Language
    everything: Rows
    searched: Rows
    sources: Mapping[SourceName, Rows]

    @property
    def rows(self) -> Rows:
        """All of them once, in the order of the archive."""
        return np.unique(np.concatenate(list(self.sources.values())))


def gather(asked: Asked, allowed: Rows, reach: int) -> list[Candidates]:
    """The candidates of every language among the passages allowed; at least `reach` of each, if there are so many."""
    gathered = []
    for language in LANGUAGES:
        everything = asked.generation.columns.rows_of(language)
        rows = asked.generation.columns.among(allowed, language)
        if len(rows):
            gathered.append(_of_language(asked, language, everything, rows, max(POOL, reach)))
    return gathered


def _of_language(asked: Asked, language: Language, everything: Rows, rows: Rows, depth: int) -> Candidates:
    bm25 = asked.bm25[language]
    dated = preferred_rows(asked.generation.columns, rows, asked.question)
    sources: dict[SourceName, Rows] = {
        "keyword": rows[best_places(bm25[rows], depth)],
        "vector": _nearest(asked, language, everything, rows, depth),
        "dated": asked.generation.vectors.nearest_among(asked.embedding, dated, depth),
    }
    return Candidates(language, everything, rows, sources)


def _nearest(asked: Asked, language: Language, everything: Rows, rows: Rows, depth: int) -> Rows:
    vectors = asked.generation.vectors
    if len(rows) == len(everything) and vectors.has_neighbours:
        return vectors.nearest(asked.embedding, language, min(depth, len(rows)))
    return vectors.nearest_among(asked.embedding, rows, depth)
