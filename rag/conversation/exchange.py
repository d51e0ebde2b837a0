"""What was said before: the history as callers give it, and as the rules read it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pydantic import ValidationError

from index.errors import UsageError
from index.language import detect_language
from index.models import Language
from rag.models import Answer
from rag.replies import read_courtesy

MOST_EXCHANGES = 20
"""Exchanges that are looked at, the newest; older ones are no longer what a follow-up refers to."""

Entry = Answer | Mapping[str, object] | tuple[str, Answer]
"""One earlier exchange: an `Answer`, which holds its question; a question with its answer; or the two as JSON has them,
`{"question": ..., "answer": ...}`, the answer whole, its text alone, or null."""


@dataclass(frozen=True)
class Quote:
    """Evidence that an answer cited.

    Attributes:
        text: the quote.
        language: of the article.
        phrase: the words in it that answer; empty when they were not marked.
    """

    text: str
    language: Language
    phrase: str = ""


@dataclass(frozen=True)
class Exchange:
    """One earlier question with what came back.

    Attributes:
        question: as it was searched for, that is completed.
        language: its language.
        quotes: what the answer cited; empty when the archive did not answer.
        complete: whether the question is known to stand by itself; else it may be a follow-up too.
    """

    question: str
    language: Language
    quotes: tuple[Quote, ...] = ()
    complete: bool = True


def read_history(history: Sequence[Entry]) -> list[Exchange]:
    """Bring a history into one form, oldest first; courtesies and other short replies are left out.

    Raises:
        UsageError: an entry is none.
    """
    read = [_read(number, entry) for number, entry in enumerate(history[-MOST_EXCHANGES:])]
    return [exchange for exchange in read if exchange is not None]


def _read(number: int, entry: Entry) -> Exchange | None:
    if isinstance(entry, Answer):
        return _answered(entry.question, entry)
    question, answer = _parts(number, entry)
    if isinstance(answer, Answer):
        return _answered(question, answer)
    if not question.strip() or read_courtesy(question) is not None:
        return None
    language = detect_language(question)
    quotes = (Quote(answer, detect_language(answer, language)),) if answer.strip() else ()
    return Exchange(question.strip(), language, quotes, complete=False)


def _parts(number: int, entry: Mapping[str, object] | tuple[str, Answer]) -> tuple[str, Answer | str]:
    """Question and answer of an entry, the answer as an object where it is one."""
    question, answer = (entry.get("question"), entry.get("answer")) if isinstance(entry, Mapping) else entry
    if isinstance(question, str) and isinstance(answer, Answer | str | None):
        return question, answer or ""
    if isinstance(question, str) and isinstance(answer, Mapping):
        try:
            return question, Answer.model_validate(answer)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"])
            message = f"history.{number}.answer.{where}: {first['msg']}."
            raise UsageError(message, "Give the answer as it was returned, its text, or null.") from error
    message = f"history.{number} is no exchange."
    raise UsageError(message, 'Give {"question": "...", "answer": the answer as it was returned, its text, or null}.')


def _answered(question: str, answer: Answer) -> Exchange | None:
    if answer.reply is not None:
        return None
    quotes = tuple(
        Quote(
            citation.quote,
            citation.language,
            citation.quote[citation.highlight[0] - citation.start : citation.highlight[1] - citation.start]
            if citation.highlight
            else "",
        )
        for citation in answer.citations
    )
    return Exchange(answer.rewritten or question, answer.language, quotes)
