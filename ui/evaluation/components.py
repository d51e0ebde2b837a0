"""The parts of the evaluation tab."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import gradio as gr

from ui.components import I18N
from ui.evaluation.gold import DEMO

_STATIC = Path(__file__).parent.parent / "static"

SECONDS = 2.0
"""Between two looks at a run under way."""


@dataclass(frozen=True)
class EvaluationTab:
    """Everything on the tab that something happens to."""

    tab: gr.Tab
    lead: gr.HTML
    controls: gr.Row
    gold: gr.Dropdown
    start: gr.Button
    cancel: gr.Button
    progress: gr.HTML
    runs: gr.HTML
    timer: gr.Timer


def build_tab(tab: gr.Tab) -> EvaluationTab:
    """Put the parts on the tab; to be called inside `with tab`."""
    lead = gr.HTML(elem_id="fs-eval-lead", apply_default_css=False)
    with gr.Row(elem_id="fs-eval-controls", visible=False) as controls:
        choices = [(_text("gold_demo"), DEMO)]
        gold = gr.Dropdown(choices, value=DEMO, label=_text("gold_questions"), scale=1, elem_id="fs-eval-gold")
        start = gr.Button(_text("start_run"), variant="primary", scale=0, min_width=200, elem_id="fs-eval-start")
        cancel = gr.Button(_text("cancel_run"), scale=0, min_width=120, visible=False, elem_id="fs-eval-cancel")
    progress = gr.HTML(elem_id="fs-eval-progress", apply_default_css=False)
    script = (_STATIC / "evaluation.js").read_text(encoding="utf-8")
    runs = gr.HTML(elem_id="fs-eval-runs", js_on_load=script, apply_default_css=False)
    return EvaluationTab(tab, lead, controls, gold, start, cancel, progress, runs, gr.Timer(SECONDS, active=False))


def _text(name: str) -> Any:
    """A text of the tab, in the language of the browser."""
    return I18N(f"evaluation.{name}")
