"""Rankings in another order, or cut off."""

from __future__ import annotations

from random import Random

from eval.runs.record import QuestionRecord

KEPT = 3


def truncated(record: QuestionRecord) -> QuestionRecord | None:
    """Only the first ranks: what is relevant further down is lost."""
    return record.model_copy(update={"results": record.results[:KEPT]})


def reversed_ranking(record: QuestionRecord) -> QuestionRecord | None:
    """The best last: all is found, and far down."""
    return record.model_copy(update={"results": record.results[::-1]})


def shuffled(record: QuestionRecord) -> QuestionRecord | None:
    """Chance decides."""
    order = list(record.results)
    Random(record.id).shuffle(order)
    return record.model_copy(update={"results": order})


def emptied(record: QuestionRecord) -> QuestionRecord | None:
    """Nothing is found."""
    return record.model_copy(update={"results": []})
