"""The few figures at the top of the report."""

from __future__ import annotations

from html import escape
from typing import NamedTuple

from eval.summary.report import Metrics, Report


class Figure(NamedTuple):
    """A figure with what it means."""

    name: str
    value: str
    meaning: str


def key_figures(report: Report) -> list[Figure]:
    """Choose them; means over directions count each direction the same."""
    metrics = report.metrics
    figures = [
        *_macro(metrics, "Right answers", "answer_accuracy", "a quote holds the answer"),
        *_macro(metrics, "Faithful sentences", "faithfulness", "the cited spans support them"),
        *_macro(metrics, "Recall@5", "Recall@5", "gold articles among the first five"),
        *_macro(metrics, "nDCG@10", "nDCG@10", "quality of the ranking"),
        *_refusal(metrics),
        Figure(
            "Exact citations", f"{metrics.citations.exact:,} of {metrics.citations.checked:,}", "spans hold the quotes"
        ),
        *_calibration(metrics),
    ]
    ask = report.latency_ms.get("ask")
    if ask is not None and ask.p50 is not None and ask.p95 is not None:
        figures.append(Figure("Time of an answer", f"{ask.p50:,.0f} ms", f"median; 95 of 100 within {ask.p95:,.0f} ms"))
    figures.append(Figure("Failures", str(len(metrics.failures)), "steps that ended with an error, counted as 0"))
    return figures


def figures_html(figures: list[Figure]) -> str:
    """Write them as a list of names and values."""
    items = "".join(
        f"<div><dt>{escape(figure.name)}</dt><dd><strong>{escape(figure.value)}</strong>"
        f"<span>{escape(figure.meaning)}</span></dd></div>"
        for figure in figures
    )
    return f'<dl class="figures">{items}</dl>'


def _macro(metrics: Metrics, title: str, name: str, meaning: str) -> list[Figure]:
    """A mean over the directions with its interval; none when nothing was scored."""
    score = metrics.macro_mean_of_directions.get(name)
    if score is None or score.mean is None:
        return []
    interval = f"; {score.low:.2f} to {score.high:.2f}" if score.low is not None and score.high is not None else ""
    return [Figure(title, f"{score.mean:.3f}", f"{meaning}{interval}")]


def _calibration(metrics: Metrics) -> list[Figure]:
    """The calibration error of the answers with its interval; none where nothing was answered."""
    found = metrics.calibration.get("answered")
    if found is None or found.ece is None:
        return []
    within = metrics.calibration_intervals.get("answered")
    interval = f"; {within.ece[0]:.2f} to {within.ece[1]:.2f}" if within and within.ece else ""
    return [Figure("Calibration error", f"{found.ece:.3f}", f"gap between confidence and truth, 0 is best{interval}")]


def _refusal(metrics: Metrics) -> list[Figure]:
    """F1 of the refusals, with what it is made of."""
    found = metrics.languages["all"].refusal
    if found.f1 is None:
        return []
    precision, recall = (("–" if value is None else f"{value:.3f}") for value in (found.precision, found.recall))
    return [Figure("Refusal F1", f"{found.f1:.3f}", f"precision {precision}, recall {recall}")]
