"""The chat: its page, wired to the archive, and its place beside the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

import gradio as gr
from fastapi import FastAPI
from starlette.routing import Mount

from ui.components import I18N, build_page, style_sheet
from ui.evaluation.components import build_tab
from ui.evaluation.events import EvaluationEvents
from ui.evaluation.report_route import add_report_route
from ui.evaluation.runner import Runner
from ui.evaluation.settings import evaluation_settings
from ui.events import Events
from ui.gate import ChatGate

if TYPE_CHECKING:
    from rag.fundstelle import Fundstelle


def create_ui(fundstelle: Fundstelle, runner: Runner) -> gr.Blocks:
    """Build the chat and the evaluation tab over an open archive, which stays the caller's to close."""
    blocks = gr.Blocks(title="Fundstelle", analytics_enabled=False, fill_width=True)
    with blocks:
        top = gr.Column(elem_id="fs-top")
        with gr.Tabs(elem_id="fs-tabs"):
            with gr.Tab(I18N("evaluation.chat_tab"), elem_id="fs-chat"):
                page = build_page()
            with gr.Tab(I18N("evaluation.evaluation_tab"), elem_id="fs-eval") as tab:
                evaluation = build_tab(tab)
        # The head of the page stands over both tabs.
        page.header.unrender()  # type: ignore[no-untyped-call]
        with top:
            page.header.render()  # type: ignore[no-untyped-call]
        Events(fundstelle, page).connect(blocks)
        EvaluationEvents(runner, evaluation).connect()
    # Several people may ask at a time; the functions of the page cannot be called by name from elsewhere.
    blocks.queue(default_concurrency_limit=4, api_open=False)
    return blocks


def mount(app: FastAPI, fundstelle: Fundstelle, runner: Runner | None = None) -> FastAPI:
    """Put the chat at "/" of an app that already has its other addresses; returns the same app.

    Args:
        app: the API.
        fundstelle: the archive.
        runner: runs evaluations, and is the caller's to close; without one they can be looked at, not started.
    """
    if runner is None:
        runner = Runner(evaluation_settings(fundstelle.data, loopback=False))
    add_report_route(app, runner.settings.runs)
    gr.mount_gradio_app(
        app,
        create_ui(fundstelle, runner),
        path="/",
        footer_links=[],
        run_history=False,
        show_error=False,
        max_file_size=1,
        ssr_mode=False,
        pwa=False,
        mcp_server=False,
        i18n=I18N,
        theme=_theme(),
        # Not as `css`: Gradio rewrites the selectors of that.
        head=f"<style>{style_sheet()}</style>",
    )
    chat = app.router.routes[-1]
    if not isinstance(chat, Mount):
        raise TypeError(f"Gradio mounts itself as {type(chat).__name__}, not as a Mount: its gate cannot be set up.")
    chat.app = ChatGate(chat.app)
    return app


def _theme() -> gr.Theme:
    """Gradio's default theme in the colours of the chat; white on these greens is readable (contrast 5:1 and more)."""
    # In bold, since the semi-bold file that Gradio brings along lacks most letters.
    sans = gr.themes.LocalFont("Source Sans Pro", weights=(400, 700))
    theme = gr.themes.Default(
        primary_hue="teal",
        neutral_hue="slate",
        font=(sans, "system-ui", "sans-serif"),
        font_mono=("ui-monospace", "monospace"),
    )
    return theme.set(
        button_primary_background_fill="*primary_700",
        button_primary_background_fill_hover="*primary_800",
        button_primary_background_fill_dark="*primary_700",
        button_primary_background_fill_hover_dark="*primary_600",
    )
