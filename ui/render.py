"""An answer as HTML. Everything that comes from articles, questions or models is escaped here."""

from __future__ import annotations

from html import escape

from index.models import Language
from rag.dates.written import format_date
from rag.models import Answer
from ui.body import answer_body
from ui.copy_text import copy_text
from ui.sources import nearest_html, sources_html
from ui.texts import TEXTS, Texts


def answer_html(answer: Answer, filtered: bool, language: Language) -> str:
    """Render an answer or a refusal.

    Args:
        answer: what the library returned.
        filtered: whether filters narrowed the search; a refusal then says so.
        language: of the texts around it; the answer keeps its own.
    """
    if answer.reply is not None:
        return _reply(answer)
    if answer.status == "not_in_corpus":
        return _refusal(answer, filtered, language)
    texts = TEXTS[language]
    return (
        f'{notice_html(answer)}<div class="fs-answer" lang="{answer.language}">{answer_body(answer, texts)}</div>'
        f'<p class="fs-basis">{_basis(answer, texts, language)}</p>'
        f"{sources_html(answer.citations, language)}{actions_html(answer, language)}"
    )


def _reply(answer: Answer) -> str:
    """A short reply to what is no question: plain text, without sources and buttons."""
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in answer.text.split("\n") if line.strip())
    return f'<div class="fs-reply">{paragraphs}</div>'


def notice_html(answer: Answer) -> str:
    """What the reader must know about how the answer came to be; "" when there is nothing."""
    if answer.notice is None:
        return ""
    return f'<p class="fs-notice" role="note" lang="{answer.language}">{escape(answer.notice)}</p>'


def draft_html(text: str, language: Language) -> str:
    """An answer that is still being written: its text so far, where markers are not yet buttons."""
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in text.split("\n") if line.strip())
    return (
        f'<div class="fs-answer fs-draft" aria-busy="true">{paragraphs}</div>'
        f'<p class="fs-basis"><span class="fs-dots" aria-hidden="true"></span> {escape(TEXTS[language].writing)}</p>'
    )


def actions_html(answer: Answer | None, language: Language) -> str:
    """The buttons below an answer; a failure (None) can only be asked again."""
    texts = TEXTS[language]
    copy = ""
    if answer is not None:
        copy = (
            f'<button type="button" class="fs-action" data-action="copy" data-done="{escape(texts.copied)}" '
            f'data-failed="{escape(texts.copy_failed)}" data-text="{escape(copy_text(answer, language))}">'
            f"{escape(texts.copy)}</button>"
        )
    retry = f'<button type="button" class="fs-action" data-action="retry">{escape(texts.retry)}</button>'
    return f'<div class="fs-actions">{copy}{retry}</div>'


def _refusal(answer: Answer, filtered: bool, language: Language) -> str:
    texts = TEXTS[language]
    hint = f" {escape(texts.filters_hint)}" if filtered else ""
    # The lines after the first name the nearest articles, which are shown below.
    verdict = answer.text.partition("\n")[0]
    return (
        '<div class="fs-refusal"><h3><span class="fs-refusal-sign" aria-hidden="true">∅</span> '
        f"{escape(texts.not_in_archive)}</h3>"
        f'<p><span lang="{answer.language}">{escape(verdict)}</span>{hint}</p>{notice_html(answer)}</div>'
        f"{nearest_html(answer.nearest, language)}{actions_html(answer, language)}"
    )


def _basis(answer: Answer, texts: Texts, language: Language) -> str:
    """What the answer rests on: how it was written, and how new its newest article is."""
    if answer.mode == "extractive":
        parts = [texts.verbatim]
    else:
        parts = [texts.written_by.format(model=answer.mode.removeprefix("llm:"))]
    if answer.as_of is not None:
        parts.append(texts.as_of.format(date=format_date(answer.as_of, language)))
    return escape(" · ".join(parts))
