"""The list of runs, and how far the one under way is, as HTML."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import PurePath

from index.models import Language
from rag.dates.written import format_date
from ui.evaluation.report_route import report_address
from ui.evaluation.runs import STAMP, Run
from ui.evaluation.settings import START_SETTING, EvaluationSettings
from ui.evaluation.texts import EVALUATION_TEXTS, EvaluationTexts

_FIGURES = ("answer_accuracy", "Recall@5", "nDCG@10", "refusal F1")


def lead_html(settings: EvaluationSettings, language: Language) -> str:
    """What an evaluation is, and where own gold questions go, or why none can be started."""
    texts = EVALUATION_TEXTS[language]
    allowed = texts.gold_hint.format(folder=settings.gold)
    hint = allowed if settings.may_start else texts.not_allowed.format(setting=START_SETTING)
    css = "fs-eval-hint" if settings.may_start else "fs-eval-hint fs-eval-closed"
    return (
        f'<section class="fs-eval-head" lang="{language}"><h2>{escape(texts.evaluation_tab)}</h2>'
        f'<p>{escape(texts.evaluation_lead)}</p><p class="{css}">{escape(hint)}</p></section>'
    )


def runs_html(runs: Sequence[Run], running: str | None, may_start: bool, language: Language) -> str:
    """Render the list.

    Args:
        runs: the newest first.
        running: the name of the run under way, if there is one.
        may_start: whether a run that was stopped may be gone on with.
        language: of the texts.
    """
    texts = EVALUATION_TEXTS[language]
    title = f'<h3 class="fs-heading">{escape(texts.runs)}</h3>'
    if not runs:
        return f'<section lang="{language}">{title}<p class="fs-hint">{escape(texts.no_runs)}</p></section>'
    names = (texts.run_started, texts.run_gold, texts.run_state, texts.answers, "Recall@5", "nDCG@10", texts.refusals)
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in names)
    can_go_on = may_start and running is None
    rows = "".join(_row(run, run.name == running, can_go_on, texts, language) for run in runs)
    return (
        f'<section lang="{language}">{title}<div class="fs-eval-scroll"><table class="fs-eval-runs"><thead><tr>{head}'
        f'<th scope="col"><span class="fs-unseen">{escape(texts.run_report)}</span></th></tr></thead>'
        f'<tbody>{rows}</tbody></table></div><p class="fs-eval-hint">{escape(texts.runs_note)}</p></section>'
    )


def _row(run: Run, running: bool, can_go_on: bool, texts: EvaluationTexts, language: Language) -> str:
    day = format_date(f"{run.started:%Y-%m-%d}", language)
    when = f'<time datetime="{run.started.isoformat()}">{escape(day)}<br>{run.started:%H:%M} UTC</time>'
    name = "" if STAMP.fullmatch(run.name) else f'<span class="fs-eval-name">{escape(run.name)}</span>'
    figures = "".join(f"<td>{_figure(run.figures.get(name), language)}</td>" for name in _FIGURES)
    failures = f'<span class="fs-eval-alert">{escape(texts.failures.format(count=run.failures))}</span>'
    return (
        f'<tr><th scope="row">{when}{name}</th>'
        f"<td>{escape(PurePath(run.gold).stem)}</td>"
        f"<td>{_state(run, running, texts)}{failures if run.failures else ''}</td>{figures}"
        f"<td>{_actions(run, running, can_go_on, texts)}</td></tr>"
    )


def _state(run: Run, running: bool, texts: EvaluationTexts) -> str:
    if running:
        return escape(texts.running.format(done=run.done, count=run.questions or "?"))
    if run.finished:
        return escape(texts.finished.format(count=run.questions))
    state = texts.stopped.format(done=run.done, count=run.questions) if run.questions else texts.failed
    words = f'<span class="fs-eval-alert">{escape(run.last_words)}</span>' if run.last_words else ""
    return escape(state) + words


def _actions(run: Run, running: bool, can_go_on: bool, texts: EvaluationTexts) -> str:
    if run.has_report and run.finished:
        label = f'<span class="fs-unseen"> {escape(run.name)}</span>'
        address = escape(report_address(run.name))
        return (
            f'<a class="fs-link" href="{address}" target="_blank" rel="noopener">{escape(texts.open_report)}{label}</a>'
        )
    if run.questions and can_go_on and not running and not run.finished:
        return (
            f'<button type="button" class="fs-action" data-action="go-on" data-name="{escape(run.name)}">'
            f"{escape(texts.go_on)}</button>"
        )
    return ""


def _figure(value: float | None, language: Language) -> str:
    """A share with three digits, as the language writes decimals."""
    if value is None:
        return "–"
    return f"{value:.3f}".replace(".", "," if language == "de" else ".")
