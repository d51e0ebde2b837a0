"""Which filters were applied, one after the other, and what each left."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from index.columns import Columns, Rows
from rag.explanation import Filtering, FilterName, FilterStep
from rag.question import Question
from rag.retrieval.dates import allowed_rows, demanded_bounds


def filtering_of(columns: Columns, question: Question) -> Filtering:
    """What is left of an archive for a question."""
    searched, disregarded = allowed_rows(columns, question)
    left = np.arange(len(columns))
    steps = []
    for name, value, matching in filters_of(columns, question):
        fitting = np.intersect1d(left, matching, assume_unique=True)
        skipped = name == "time" and disregarded
        left = left if skipped else fitting
        steps.append(FilterStep(filter=name, value=value, left=len(left), disregarded=skipped))
    return Filtering(passages=len(columns), steps=steps, searched=len(searched))


def filters_of(columns: Columns, question: Question) -> Iterator[tuple[FilterName, str, Rows]]:
    """Every filter of a question, what it asks for, and the passages that fit it."""
    filters = question.filters
    if filters.languages:
        yield "languages", ", ".join(filters.languages), columns.matching(languages=filters.languages)
    if filters.sources:
        yield "sources", ", ".join(filters.sources), columns.matching(sources=filters.sources)
    bounds = (filters.date_from, filters.date_to)
    if any(bounds):
        yield "dates", _range(*bounds), columns.matching(*bounds)
    demanded = demanded_bounds(question.dates)
    if demanded is not None:
        yield "time", _range(*demanded), columns.matching(*demanded)


def _range(first: str | None, last: str | None) -> str:
    return f"{first or 'the beginning'} to {last or 'the end'}"
