"""What the chat does, without knowing how it is shown."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from index.errors import FundstelleError
from index.models import Language
from rag.models import Citation, Filters
from rag.question import QuestionLanguage
from ui.article_view import article_html, missing_article_html
from ui.history import Failure, Turn, find_turn
from ui.texts import TEXTS

if TYPE_CHECKING:
    from rag.fundstelle import Fundstelle

logger = logging.getLogger(__name__)

PlaceKind = Literal["cite", "nearest"]


def answer_turn(fundstelle: Fundstelle, turn: Turn, language: QuestionLanguage) -> Turn:
    """Ask the archive a turn's question; what goes wrong on purpose becomes the turn's failure."""
    try:
        answer = fundstelle.ask(turn.question, language=language, **turn.filters.model_dump())
    except FundstelleError as error:
        logger.info("the chat could not answer: %s", error)
        return turn.model_copy(update={"answer": None, "failure": Failure(message=error.args[0], remedy=error.remedy)})
    return turn.model_copy(update={"answer": answer, "failure": None})


def settle(turns: Sequence[Turn], language: Language) -> list[Turn]:
    """The conversation without open questions: their answering broke off, by an error or with the connection."""
    texts = TEXTS[language]
    failure = Failure(message=texts.broken_off, remedy=texts.broken_off_remedy)
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
