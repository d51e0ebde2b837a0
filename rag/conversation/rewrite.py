"""A follow-up completed from the conversation, by rules; a question that stands by itself is left as it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from index.language import SURE, german_score
from index.models import Language
from rag.conversation.entities import by_entity
from rag.conversation.exchange import Entry, Exchange, read_history
from rag.conversation.follow_up import FollowUp, read_follow_up
from rag.conversation.foreign_topic import by_foreign_topic
from rag.conversation.general import by_topic
from rag.conversation.question_word import by_question_word, by_topic_and_word
from rag.conversation.references import by_reference
from rag.conversation.times import by_time
from rag.question import MAX_CHARACTERS

Reason = Literal["no history", "complete", "time", "question word", "entity", "reference", "topic", "model"]

_RULES: tuple[tuple[Reason, Callable[[FollowUp], str | None]], ...] = (
    ("time", by_time),
    ("question word", by_question_word),
    ("entity", by_entity),
    ("reference", by_reference),
    ("question word", by_topic_and_word),
    ("topic", by_topic),
    ("topic", by_foreign_topic),
)


@dataclass(frozen=True)
class Rewritten:
    """What is searched for.

    Attributes:
        text: the completed question, or the one that was asked.
        language: in which it is asked.
        changed: whether it was completed.
        reason: what was completed, or why nothing was.
    """

    text: str
    language: Language
    changed: bool
    reason: Reason


def rewrite(question: str, language: Language | None, history: Sequence[Entry], now: date | None = None) -> Rewritten:
    """Complete a follow-up from what was said before.

    Nothing is restricted: what is carried over (a person, a place, a date) stands in the completed question.

    Args:
        question: what was asked, without courtesies.
        language: of the question; None detects it, and takes that of the conversation where it does not tell.
        history: earlier exchanges, oldest first.
        now: the day that it is, for rules that need one.

    Raises:
        UsageError: an entry of the history is no exchange.
    """
    return complete(question, language, completed(read_history(history)))


def completed(exchanges: Sequence[Exchange]) -> list[Exchange]:
    """A conversation whose own follow-ups are completed, one from the other."""
    done: list[Exchange] = []
    for exchange in exchanges:
        if not exchange.complete:
            rewritten = complete(exchange.question, None, done)
            exchange = replace(exchange, question=rewritten.text, language=rewritten.language, complete=True)
        done.append(exchange)
    return done


def complete(question: str, language: Language | None, exchanges: Sequence[Exchange]) -> Rewritten:
    """Complete a follow-up from exchanges whose questions are complete, oldest first."""
    known = language or _language_of(question, exchanges[-1].language if exchanges else None)
    if not exchanges:
        return Rewritten(question, known, False, "no history")
    follow = read_follow_up(question, known, tuple(reversed(exchanges)))
    if not follow.tokens:
        return Rewritten(question, known, False, "complete")
    for reason, rule in _RULES:
        text = rule(follow)
        if text is not None and text != question and len(text) <= MAX_CHARACTERS:
            return Rewritten(text, known, True, reason)
    return Rewritten(question, known, False, "complete")


def _language_of(text: str, before: Language | None) -> Language:
    """The language of a text; a name or a number takes that of the conversation."""
    score = german_score(text)
    if before is not None and abs(score) < SURE:
        return before
    return "de" if score > 0 else "en"
