"""How far the confidence of answers can be believed."""

from __future__ import annotations

from collections.abc import Sequence

from eval.metrics.calibration import Outcome
from eval.runs.record import QuestionRecord


def outcomes(records: Sequence[QuestionRecord]) -> dict[str, list[Outcome]]:
    """The confidence beside two things that it may be taken for.

    - `answered`: of the questions that were answered, whether the answer was right (answer accuracy 1; an answer to an
      unanswerable question is wrong). This is what a reader of the answer relies on. Of what was refused nobody knows
      whether the answer that was withheld would have been right.
    - `answerable`: of all questions, whether the archive holds the answer at all. This is what the threshold relies on.
    - `de` and `en`: as `answered`, by the language of the question.
    """
    asked = [record for record in records if record.answer is not None]
    answered = [record for record in asked if not record.refused and not record.expected.retrieval_only]
    return {
        "answered": [_right(record) for record in answered],
        "answerable": [Outcome(_confidence(r), r.expected.answerable) for r in asked],
        **{language: [_right(r) for r in answered if r.expected.language == language] for language in ("de", "en")},
    }


def is_right(record: QuestionRecord) -> bool:
    """Whether a question was answered and the answer holds what was asked for."""
    return record.scores.get("answer_accuracy") == 1.0


def _right(record: QuestionRecord) -> Outcome:
    return Outcome(_confidence(record), is_right(record))


def _confidence(record: QuestionRecord) -> float:
    """How sure the answer was."""
    return record.answer.confidence if record.answer else 0.0
