"""A record changed."""

from __future__ import annotations

from collections.abc import Callable

from eval.runs.record import QuestionRecord
from eval.selftest.records import contexts_of
from rag.models import Answer

Spoil = Callable[[QuestionRecord], QuestionRecord | None]
"""Gives the spoilt record; None where this way does not apply."""


def with_answer(record: QuestionRecord, answer: Answer) -> QuestionRecord:
    """The record with another answer, whose citations are exact."""
    return record.model_copy(update={"answer": answer, "contexts": contexts_of(answer)})
