"""The questions that two runs answer differently, both answers side by side."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from eval.compare.side import ShortRecord, Side

TELLING = ("refusal_accuracy", "answer_accuracy", "faithfulness", "citation_exactness", "F1", "nDCG@10")
"""A question is better or worse by the first of these that differs; the others may differ too."""


class Change(BaseModel):
    """One question whose outcome or answer differs."""

    model_config = ConfigDict(frozen=True)

    id: str
    direction: str = Field(description='a direction, or "unanswerable"')
    question: str | None = Field(description="None when neither run has kept texts")
    verdict: str = Field(description='"better", "worse" or "other words"')
    by: str | None = Field(description="the metric that says so")
    a_status: str
    b_status: str
    a_answer: str | None = Field(description="None when the run has kept no texts")
    b_answer: str | None
    scores: dict[str, tuple[float | None, float | None]] = Field(description="those that differ: A, B")


def changes(a: Side, b: Side) -> list[Change]:
    """List the questions that changed, of those that both runs asked: worse ones first, then in the gold's order."""
    found = [_change(a, b, one, b.questions[key]) for key, one in a.questions.items() if key in b.questions]
    order = {"worse": 0, "better": 1, "other words": 2}
    return sorted((change for change in found if change), key=lambda change: order[change.verdict])


def _change(a: Side, b: Side, one: ShortRecord, other: ShortRecord) -> Change | None:
    """What changed of one question; None when nothing did."""
    metrics = list(dict.fromkeys([*one.scores, *other.scores]))
    differing = {
        m: (one.scores.get(m), other.scores.get(m)) for m in metrics if one.scores.get(m) != other.scores.get(m)
    }
    before, after = _answer(a, one.id), _answer(b, one.id)
    same_words = before == after or before is None or after is None
    if not differing and one.status == other.status and same_words:
        return None
    by, verdict = _verdict(differing)
    record = a.records.get(one.id) or b.records.get(one.id)
    return Change(
        id=one.id,
        direction=one.direction or "unanswerable",
        question=record.question if record else None,
        verdict=verdict,
        by=by,
        a_status=one.status or "failed",
        b_status=other.status or "failed",
        a_answer=before,
        b_answer=after,
        scores=differing,
    )


def _verdict(differing: dict[str, tuple[float | None, float | None]]) -> tuple[str | None, str]:
    """The first telling metric that both runs have and that differs, and which way."""
    for metric in (*TELLING, *differing):
        before, after = differing.get(metric, (None, None))
        if before is not None and after is not None:
            return metric, "better" if after > before else "worse"
    return None, "other words"


def _answer(side: Side, question_id: str) -> str | None:
    """The text of an answer, or why there is none; None where texts were not kept."""
    record = side.records.get(question_id)
    if record is None:
        return None
    if record.answer is None:
        return "; ".join(failure.error for failure in record.failures)
    return record.answer.text
