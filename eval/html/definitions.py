"""What the figures mean, for readers who meet them for the first time."""

from __future__ import annotations

from html import escape

from eval.html.catalogue import grouped, meaning_of
from eval.summary.report import Metrics

_OTHERS = {
    "Refusal precision": "share of the refusals that were right",
    "Refusal recall": "share of the unanswerable questions that were refused",
    "ECE": "expected calibration error: mean gap between confidence and truth; lower is better (Naeini et al. 2015)",
    "p50, p95": "half, and 95 of 100, questions took no longer than this",
}


def definitions_html(metrics: Metrics) -> str:
    """A list of the metrics that have a value in this report."""
    valued = [name for name, score in metrics.macro_mean_of_directions.items() if score.n]
    names: dict[str, str] = {}
    for metric in (metric for group in grouped(valued).values() for metric in group):
        name, at, _ = metric.partition("@")
        names[f"{name}@k" if at else name] = meaning_of(metric)
    items = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{escape(meaning)}</dd></div>"
        for name, meaning in {**names, **_OTHERS}.items()
        if meaning
    )
    return (
        f'<dl class="definitions">{items}</dl><p class="note">Unless said otherwise figures range from 0 to 1, and '
        "higher is better. A question that ended with an error counts as 0. "
        f"Confidence intervals: {escape(metrics.intervals)}.</p>"
    )
