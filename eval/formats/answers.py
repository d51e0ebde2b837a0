"""The answers of a question in the shapes that data sets give them."""

from __future__ import annotations

from typing import Any

from eval.formats.passage_set import RawAnswer
from index.errors import SourceError

_REMEDY = 'Write [{"text": ..., "answer_start": ...}], {"text": [...], "answer_start": [...]} or a list of texts.'


def answers_of(place: str, question: dict[str, Any]) -> list[RawAnswer]:
    """Read the field `answers`: SQuAD's list of objects, the columns of Hugging Face data sets, or a list of texts.

    Returns:
        In the order given; empty when the field is missing or empty, which means that the passage does not say.

    Raises:
        SourceError: the field is of another shape.
    """
    given = question.get("answers") or []
    if isinstance(given, dict):
        texts, starts = given.get("text"), given.get("answer_start")
        if not isinstance(texts, list) or not isinstance(starts, list) or len(texts) != len(starts):
            raise SourceError(place, "the lists of the field 'answers' are not of one length", _REMEDY)
        given = [{"text": text, "answer_start": start} for text, start in zip(texts, starts, strict=True)]
    if not isinstance(given, list):
        raise SourceError(place, "the field 'answers' is no list", _REMEDY)
    return [_answer(place, answer) for answer in given]


def _answer(place: str, answer: Any) -> RawAnswer:
    """Read one answer."""
    if isinstance(answer, str):
        return RawAnswer(answer, None)
    text = answer.get("text") if isinstance(answer, dict) else None
    start = answer.get("answer_start") if isinstance(answer, dict) else None
    if not isinstance(text, str) or isinstance(start, bool) or not isinstance(start, int | None):
        raise SourceError(place, "the field 'answers' holds something that is no answer", _REMEDY)
    if start is not None and start < 0:
        start = None  # SQuAD's way to say that nobody knows
    return RawAnswer(text, start)
