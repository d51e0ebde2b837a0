"""The questions that went wrong, for the reader who wants to know why."""

from __future__ import annotations

from collections.abc import Sequence

from eval.runs.record import QuestionRecord
from eval.tables.table import Table


def mistakes(records: Sequence[QuestionRecord]) -> Table:
    """List every question with a wrong outcome, what was expected and what was quoted."""
    rows = [
        [
            record.id,
            record.direction or record.expected.language,
            outcome,
            record.question,
            _expected(record),
            _quotes(record),
        ]
        for record in records
        if (outcome := wrong_outcome(record))
    ]
    header = ["question", "direction", "outcome", "text", "expected", "quoted"]
    return Table("Questions that went wrong", header, rows)


def wrong_outcome(record: QuestionRecord) -> str | None:
    """Name what is wrong about the answer to a question; None when nothing is."""
    if record.answer is None:
        return "failed"
    if record.citations_exact < record.citations:
        return "inexact citation"
    if record.expected.retrieval_only:
        return None
    if not record.expected.answerable:
        return None if record.refused else "answered, not in archive"
    if record.refused:
        return "refused"
    return None if record.scores["answer_accuracy"] else "wrong answer"


def _expected(record: QuestionRecord) -> str:
    """The acceptable strings, or that a refusal was expected."""
    if not record.expected.answerable:
        return "not in the archive"
    return " + ".join(" / ".join(fact) for fact in record.expected.facts)


def _quotes(record: QuestionRecord) -> str:
    """What the answer quoted."""
    return " … ".join(citation.quote for citation in record.answer.citations) if record.answer else ""
