"""An answer as HTML. Everything that comes from articles, questions or models is escaped here."""

from __future__ import annotations

import re
from html import escape

from index.models import Language
from rag.models import Answer, AnswerSentence, Citation
from ui.copy_text import copy_text
from ui.dates import format_date
from ui.sources import nearest_html, sources_html
from ui.texts import TEXTS, Texts

_MARKER = re.compile(r"\[(\d+)\]")


def answer_html(answer: Answer, filtered: bool, language: Language) -> str:
    """Render an answer or a refusal.

    Args:
        answer: what the library returned.
        filtered: whether filters narrowed the search; a refusal then says so.
        language: of the texts around it; the answer keeps its own.
    """
    if answer.status == "not_in_corpus":
        return _refusal(answer, filtered, language)
    texts = TEXTS[language]
    return (
        f'<div class="fs-answer" lang="{answer.language}">{_body(answer, texts)}</div>'
        f'<p class="fs-basis">{_basis(answer, texts, language)}</p>'
        f"{sources_html(answer.citations, language)}{actions_html(answer, language)}"
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
        f'<p><span lang="{answer.language}">{escape(verdict)}</span>{hint}</p></div>'
        f"{nearest_html(answer.nearest, language)}{actions_html(answer, language)}"
    )


def _body(answer: Answer, texts: Texts) -> str:
    """The answer's text: sentences at their places, and between them the frame with the markers."""
    parts: list[str] = []
    position = 0
    for sentence in sorted(answer.sentences, key=lambda sentence: sentence.start):
        parts.append(_frame(answer.text[position : sentence.start], answer, texts))
        parts.append(_sentence(answer.text[sentence.start : sentence.end], sentence, answer, texts))
        position = sentence.end
    parts.append(_frame(answer.text[position:], answer, texts))
    return "".join(parts)


def _sentence(text: str, sentence: AnswerSentence, answer: Answer, texts: Texts) -> str:
    language = next((c.language for c in answer.citations if c.n in sentence.citations), answer.language)
    # Markers are only looked for between sentences: a "[1]" that an article contains stays text.
    span = f'<span class="fs-sentence fs-{sentence.support}" lang="{language}">{escape(text)}</span>'
    verdict = {"partly": texts.partly, "unsupported": texts.unsupported}.get(sentence.support)
    return f'{span} <strong class="fs-verdict">({escape(verdict)})</strong>' if verdict else span


def _frame(text: str, answer: Answer, texts: Texts) -> str:
    """Text that is no sentence of the answer, its markers as buttons."""
    citations = {citation.n: citation for citation in answer.citations}
    parts: list[str] = []
    position = 0
    for found in _MARKER.finditer(text):
        citation = citations.get(int(found[1]))
        if citation is not None:
            before = text[position : found.start()]
            # A marker stays on the line of the word before it.
            parts.append(escape("\u00a0" if before == " " else before) + marker_html(citation, texts))
            position = found.end()
    parts.append(escape(text[position:]))
    return "".join(parts)


def marker_html(citation: Citation, texts: Texts) -> str:
    """A marker: shows the quote on hover and focus, the article on click."""
    label = texts.marker.format(n=citation.n, title=citation.title)
    return (
        f'<button type="button" class="fs-marker" data-action="cite" data-n="{citation.n}" '
        f'aria-label="{escape(label)}">[{citation.n}]</button>'
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
