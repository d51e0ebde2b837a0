"""What the chat does, without knowing how it is shown."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from index.errors import FundstelleError
from index.models import Language
from rag.models import Answer, Citation, Filters
from rag.question import QuestionLanguage
from rag.streaming import AnswerReady, AnswerStream, shown_after
from ui.article_view import article_html, missing_article_html
from ui.history import Failure, Turn, find_turn
from ui.texts import TEXTS

if TYPE_CHECKING:
    from rag.fundstelle import Fundstelle

logger = logging.getLogger(__name__)

PlaceKind = Literal["cite", "nearest"]
Streams = dict[str, AnswerStream]

PAUSE = 0.15
"""Seconds between two sights of an answer that is being written: each one is sent with the whole conversation."""


def answer_turn(
    fundstelle: Fundstelle,
    turn: Turn,
    language: QuestionLanguage,
    streams: Streams | None = None,
    earlier: Sequence[Turn] = (),
) -> Iterator[str | Turn]:
    """Ask the archive a turn's question; what goes wrong on purpose becomes the turn's failure.

    Args:
        fundstelle: the archive.
        turn: the question with its filters.
        language: of the question.
        streams: where the open stream is kept by the turn's id, for somebody else to close.
        earlier: the conversation, from which a follow-up is completed.

    Yields:
        the text so far, several times a second while a language model writes; last the turn, still open where its
        stream was closed.
    """
    streams = {} if streams is None else streams
    answer, text, shown = None, "", 0.0
    try:
        history, filters = history_of(turn, earlier), turn.filters.model_dump()
        with fundstelle.ask_stream(turn.question, history=history, language=language, **filters) as stream:
            streams[turn.id] = stream
            for event in stream:
                if isinstance(event, AnswerReady):
                    answer = event.answer
                    break
                text = shown_after(text, event)
                if stream.live and time.monotonic() - shown >= PAUSE:
                    shown = time.monotonic()
                    yield text
    except FundstelleError as error:
        logger.info("the chat could not answer: %s", error)
        yield turn.model_copy(update={"answer": None, "failure": Failure(message=error.args[0], remedy=error.remedy)})
    else:
        yield turn.model_copy(update={"answer": answer, "failure": None})
    finally:
        streams.pop(turn.id, None)


def history_of(turn: Turn, turns: Sequence[Turn]) -> list[Answer]:
    """The answers that a turn's question may refer to: those before it; none where it is to be asked as typed."""
    if turn.alone:
        return []
    ids = [known.id for known in turns]
    before = turns[: ids.index(turn.id)] if turn.id in ids else turns
    return [known.answer for known in before if known.answer is not None]


def settle(turns: Sequence[Turn], language: Language) -> list[Turn]:
    """The conversation without open questions: their answering broke off, by an error or with the connection."""
    texts = TEXTS[language]
    return _closed(turns, Failure(message=texts.broken_off, remedy=texts.broken_off_remedy))


def stopped(turns: Sequence[Turn], language: Language) -> list[Turn]:
    """The conversation without open questions: somebody stopped their answering."""
    return _closed(turns, Failure(message=TEXTS[language].stopped))


def _closed(turns: Sequence[Turn], failure: Failure) -> list[Turn]:
    return [
        turn.model_copy(update={"failure": failure}) if turn.answer is None and turn.failure is None else turn
        for turn in turns
    ]


def cited_place(turns: Sequence[Turn], turn_id: str, kind: PlaceKind, n: int) -> Citation | None:
    """The place that a click in the conversation names.

    Args:
        turns: the conversation.
        turn_id: the turn that was clicked in.
        kind: one of its citations, by number, or one of the nearest articles of a refusal, by position from 1.
        n: that number.
    """
    turn = find_turn(turns, turn_id)
    if turn is None or turn.answer is None:
        return None
    if kind == "cite":
        return next((citation for citation in turn.answer.citations if citation.n == n), None)
    return turn.answer.nearest[n - 1] if 1 <= n <= len(turn.answer.nearest) else None


def article_panel(fundstelle: Fundstelle, article_id: str, place: Citation | None, language: Language) -> str:
    """An article as HTML, with the cited place marked where there is one; or why it cannot be shown."""
    try:
        return article_html(fundstelle.article(article_id), place, language)
    except FundstelleError as error:
        return missing_article_html(str(error.args[0]), error.remedy, language)


def make_filters(
    languages: Sequence[Language], date_from: str | None, date_to: str | None, sources: Sequence[str]
) -> Filters:
    """The filters that the form describes; an empty field (None at first) restricts nothing."""
    return Filters(
        date_from=(date_from or "").strip() or None,
        date_to=(date_to or "").strip() or None,
        languages=tuple(languages),
        sources=tuple(sources),
    )
