"""Refusals instead of answers, answers instead of refusals, errors, and confidence that nobody should believe."""

from __future__ import annotations

from eval.runs.record import Failure, QuestionRecord
from eval.selftest.cases import Case, Evidence
from eval.selftest.records import SURE, UNSURE, answered, refused
from eval.selftest.spoil.change import with_answer

SLOWER = 3.0


def refusal_instead(record: QuestionRecord) -> QuestionRecord | None:
    """A refusal of what could be answered."""
    if not record.expected.answerable or record.answer is None:
        return None
    return with_answer(record, refused(record.question, record.expected.language, record.answer.citations))


def answer_instead(record: QuestionRecord) -> QuestionRecord | None:
    """An answer to what could not be answered, rightly quoted from some article."""
    if record.expected.answerable:
        return None
    hit = record.results[0]
    evidence = Evidence(article_id=hit.article_id, title="", language="de", text=hit.text)
    case = Case(id=record.id, question=record.question, language=record.expected.language)
    return with_answer(record, answered(case, evidence))


def error_instead(record: QuestionRecord) -> QuestionRecord | None:
    """An error instead of an answer and a ranking."""
    failures = [Failure(id=record.id, step="ask", error="self-test"), Failure(id=record.id, step="search", error="-")]
    return record.model_copy(update={"answer": None, "contexts": [], "results": [], "failures": failures})


def timid(record: QuestionRecord) -> QuestionRecord | None:
    """The right answer with hardly any confidence."""
    if record.answer is None or record.answer.confidence < SURE:
        return None
    return with_answer(record, record.answer.model_copy(update={"confidence": UNSURE}))


def slow(record: QuestionRecord) -> QuestionRecord | None:
    """The same, later."""
    return record.model_copy(update={"ask_ms": record.ask_ms * SLOWER, "search_ms": record.search_ms * SLOWER})
