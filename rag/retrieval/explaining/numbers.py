"""Numbers and places as explanations show them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypedDict

from index.generation import Generation
from index.models import Passage

DIGITS = 6


class Span(TypedDict):
    """The fields of `rag.explanation.Place`."""

    article_id: str
    start: int
    end: int


def short(number: float) -> float:
    """A number rounded, and never -0."""
    return round(float(number), DIGITS) + 0.0


def span_of(passage: Passage) -> Span:
    """Where a passage stands."""
    return {"article_id": passage.article_id, "start": passage.start, "end": passage.end}


def spans_of(generation: Generation, rows: Iterable[int]) -> dict[int, Span]:
    """Where some passages stand, by row."""
    stored = generation.archive.passages(list(dict.fromkeys(rows)))
    return {one.row: span_of(one.passage) for one in stored}
