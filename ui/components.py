"""The parts of the page."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

import gradio as gr

from index.models import Language
from rag.question import MAX_CHARACTERS
from ui.evaluation.texts import EVALUATION_TEXTS
from ui.texts import TEXTS

_STATIC = Path(__file__).parent / "static"


def _texts(language: Language) -> dict[str, str]:
    """All texts of a language; those of the evaluation tab begin with "evaluation."."""
    own = {f"evaluation.{name}": text for name, text in asdict(EVALUATION_TEXTS[language]).items()}
    return {**asdict(TEXTS[language]), **own}


I18N = gr.I18n(de=_texts("de"), en=_texts("en"))
"""The texts of Gradio's own parts; it picks the language in the browser."""


@dataclass(frozen=True)
class Page:
    """Everything on the page that something happens to."""

    header: gr.HTML
    transcript: gr.HTML
    article: gr.HTML
    question: gr.Textbox
    ask: gr.Button
    stop: gr.Button
    languages: gr.CheckboxGroup
    date_from: gr.Textbox
    date_to: gr.Textbox
    sources: gr.Dropdown
    answer_language: gr.Radio
    history: gr.BrowserState


def build_page() -> Page:
    """Put the parts on the page; to be called inside `with gr.Blocks()`."""
    # The secret only obscures: without a fixed one the conversation would be lost whenever the server restarts.
    history = gr.BrowserState([], storage_key="fundstelle.conversation", secret="fundstelle")
    header = gr.HTML(elem_id="fs-header", apply_default_css=False)
    transcript = gr.HTML(elem_id="fs-conversation", js_on_load=_static("conversation.js"), apply_default_css=False)
    article = gr.HTML(elem_id="fs-panel", js_on_load=_static("article.js"), apply_default_css=False)
    with gr.Column(elem_id="fs-composer"):
        with gr.Row(elem_id="fs-ask"):
            question = gr.Textbox(
                label=I18N("question"),
                placeholder=I18N("question_hint"),
                show_label=False,
                container=False,
                lines=1,
                max_lines=6,
                max_length=MAX_CHARACTERS,
                autofocus=True,
                scale=1,
                elem_id="fs-question",
            )
            ask = gr.Button(I18N("ask"), variant="primary", scale=0, min_width=96, elem_id="fs-send")
            stop = gr.Button(I18N("stop"), scale=0, min_width=96, visible=False, elem_id="fs-stop")
        with gr.Accordion(I18N("settings"), open=False, elem_id="fs-settings"):
            with gr.Row():
                answer_language = _answer_language()
                languages = gr.CheckboxGroup(
                    [(I18N("german"), "de"), (I18N("english"), "en")], label=I18N("article_languages"), scale=2
                )
            with gr.Row():
                date_from = gr.Textbox(label=I18N("date_from"), placeholder=I18N("date_hint"), max_length=10)
                date_to = gr.Textbox(label=I18N("date_to"), placeholder=I18N("date_hint"), max_length=10)
                sources = gr.Dropdown([], multiselect=True, label=I18N("sources_filter"))
    return Page(
        header,
        transcript,
        article,
        question,
        ask,
        stop,
        languages,
        date_from,
        date_to,
        sources,
        answer_language,
        history,
    )


def style_sheet() -> str:
    """The page's CSS."""
    return _static("chat.css") + _static("evaluation.css")


def _answer_language() -> gr.Radio:
    choices = [(I18N("answer_language_auto"), "auto"), (I18N("german"), "de"), (I18N("english"), "en")]
    return gr.Radio(choices, value="auto", label=I18N("answer_language"), scale=3)


def _static(name: str) -> str:
    return (_STATIC / name).read_text(encoding="utf-8")
