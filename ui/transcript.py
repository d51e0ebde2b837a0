"""The whole conversation as HTML, and what stands in its place before the first question."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from index.models import Language
from rag.models import Filters
from ui.history import Failure, Turn
from ui.interpreted import interpreted_html
from ui.render import actions_html, answer_html, draft_html
from ui.texts import EXAMPLES, TEXTS, language_name
from ui.understood import understood_html


def transcript_html(turns: Sequence[Turn], language: Language, current: str | None = None, draft: str = "") -> str:
    """Render a conversation.

    Args:
        turns: oldest first; empty shows what can be asked.
        language: of the texts around questions and answers.
        current: id of the turn to scroll to.
        draft: what is written so far of the answer that is still open.
    """
    if not turns:
        return welcome_html(language)
    texts = TEXTS[language]
    items = "".join(_turn(turn, turn.id == current, language, draft) for turn in turns)
    return (
        f'<section class="fs-transcript" aria-label="{escape(texts.conversation)}" lang="{language}">'
        f'<p class="fs-clear"><button type="button" class="fs-action" data-action="clear" '
        f'data-confirm="{escape(texts.clear_question)}">{escape(texts.clear)}</button></p>{items}'
        f'<p class="fs-unseen" role="status">{escape(_spoken(turns[-1], language))}</p></section>'
    )


def welcome_html(language: Language) -> str:
    """What the archive does, and a few questions to try."""
    texts = TEXTS[language]
    examples = "".join(
        f'<li><button type="button" class="fs-example" data-action="ask" data-question="{escape(question)}">'
        f'<abbr class="fs-badge" title="{escape(language_name(own, texts))}">{own.upper()}</abbr>'
        f'<span lang="{own}">{escape(question)}</span></button></li>'
        for own, question in EXAMPLES
    )
    return (
        f'<section class="fs-welcome" lang="{language}"><p class="fs-lead">{escape(texts.no_answer_yet)}</p>'
        f'<h2 class="fs-heading">{escape(texts.examples)}</h2><ul class="fs-examples">{examples}</ul></section>'
    )


def _turn(turn: Turn, current: bool, language: Language, draft: str) -> str:
    mark = " data-current" if current else ""
    if turn.answer is not None:
        read = turn.answer.interpreted
        restricted = turn.filters.restrict or (read is not None and read.use == "filter" and not read.empty)
        content = (
            understood_html(turn.answer, turn.alone, language)
            + interpreted_html(read, turn.filters, language)
            + answer_html(turn.answer, restricted, language)
        )
    elif turn.failure is not None:
        content = _failure(turn.failure, language)
    else:
        content = draft_html(draft, language) if draft else _searching(language)
    return (
        f'<article class="fs-turn" data-turn="{turn.id}"{mark}><h2 class="fs-question">{escape(turn.question)}</h2>'
        f"{_filters(turn.filters, language)}{content}</article>"
    )


def _searching(language: Language) -> str:
    return f'<p class="fs-searching"><span class="fs-dots" aria-hidden="true"></span>{TEXTS[language].searching}</p>'


def _failure(failure: Failure, language: Language) -> str:
    remedy = f"<p>{escape(failure.remedy)}</p>" if failure.remedy else ""
    return (
        f'<div class="fs-failure" role="alert"><h3><span aria-hidden="true">!</span> {escape(TEXTS[language].failed)}'
        f"</h3><p>{escape(failure.message)}</p>{remedy}</div>{actions_html(None, language)}"
    )


def _filters(filters: Filters, language: Language) -> str:
    """What the search was restricted to, if it was."""
    texts = TEXTS[language]
    parts = [language_name(own, texts) for own in filters.languages]
    if filters.date_from:
        parts.append(texts.filter_from.format(date=filters.date_from))
    if filters.date_to:
        parts.append(texts.filter_to.format(date=filters.date_to))
    parts.extend(filters.sources)
    return f'<p class="fs-filters">{escape(texts.filters_active)}: {escape(" · ".join(parts))}</p>' if parts else ""


def _spoken(turn: Turn, language: Language) -> str:
    """What a screen reader says about the newest turn."""
    texts = TEXTS[language]
    if turn.failure is not None:
        return texts.failed
    if turn.answer is None:
        return texts.searching
    if turn.answer.reply is not None:
        return turn.answer.text
    if turn.answer.status == "not_in_corpus":
        return texts.not_in_archive
    count = len(turn.answer.citations)
    return texts.source_count_one if count == 1 else texts.source_count.format(count=count)
