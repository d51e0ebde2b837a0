"""How a follow-up was completed from the conversation, and the button that asks it as it was typed."""

from __future__ import annotations

from html import escape

from index.models import Language
from rag.models import Answer
from ui.texts import TEXTS


def understood_html(answer: Answer, alone: bool, language: Language) -> str:
    """Render it as a line below the question; "" when the question was searched for as it was typed.

    Args:
        answer: what came back.
        alone: whether the question was asked without the conversation.
        language: of the texts.
    """
    texts = TEXTS[language]
    said = ""
    if answer.rewritten is not None:
        said = f'{escape(texts.understood)}: <q lang="{answer.language}">{escape(answer.rewritten)}</q>'
    if alone:
        return _line(" · ".join(part for part in (escape(texts.asked_alone), said) if part), "no", texts.ask_in_context)
    return _line(said, "yes", texts.ask_as_typed) if said else ""


def _line(html: str, alone: str, label: str) -> str:
    button = (
        f'<button type="button" class="fs-action" data-action="alone" data-alone="{alone}">{escape(label)}</button>'
    )
    return f'<p class="fs-filters fs-interpreted fs-understood"><span>{html}</span> {button}</p>'
