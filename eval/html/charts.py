"""The charts, each with what it shows and its figures as a table."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from eval.html.curves import recall_curves
from eval.html.histogram import bars, latency_chart
from eval.html.recall_curve import recall_chart
from eval.html.reliability import reliability_chart
from eval.html.tables import table_html
from eval.metrics.calibration import Calibration
from eval.runs.record import QuestionRecord
from eval.summary.report import Report
from eval.tables.table import Cell, Table

_CALIBRATIONS = {
    "answered": ("Reliability of answers", "answers that are right", "Of the answers given, how many are right"),
    "answerable": (
        "Reliability of the decision to answer",
        "questions that the archive answers",
        "Of all questions, how many the archive holds the answer to",
    ),
}


def charts_html(report: Report) -> str:
    """Write the charts that the records have figures for."""
    records = report.records
    drawn = [
        _recall(records),
        *(_reliability(name, found) for name, found in report.metrics.calibration.items() if name in _CALIBRATIONS),
        _latency(report),
    ]
    return f'<div class="charts">{"".join(drawn)}</div>'


def _recall(records: Sequence[QuestionRecord]) -> str:
    curves = recall_curves(records)
    rows: list[list[Cell]] = [[name, *curve] for name, curve in curves.items()]
    depth = max((len(curve) for curve in curves.values()), default=0)
    table = Table("Recall@k", ["direction", *(f"k = {k}" for k in range(1, depth + 1))], rows)
    caption = "Share of the gold articles among the first k articles, by direction. Mind where the axis begins."
    return _figure("Recall curve", caption, recall_chart(curves), table)


def _reliability(name: str, found: Calibration) -> str:
    title, share, lead = _CALIBRATIONS[name]
    rows: list[list[Cell]] = [
        [f"{b.low:.1f} to {b.high:.1f}", b.n, b.confidence, b.accuracy] for b in found.bins if b.n
    ]
    table = Table(title, ["confidence", "questions", "mean confidence", "share"], rows)
    caption = f"{lead}, by confidence. On the dashed diagonal confidence says what is true; figures count questions."
    return _figure(title, caption, reliability_chart(f"reliability-{name}", title, share, found), table)


def _latency(report: Report) -> str:
    """How long answers took; of searches, which take part of that time, two figures are enough."""
    values = [record.ask_ms for record in report.records]
    rows: list[list[Cell]] = [[f"{bar.low:,.0f} to {bar.high:,.0f} ms", bar.n] for bar in bars(values) if bar.n]
    caption = "How many questions took how long; dashed: median, dotted: 95th percentile."
    search = report.latency_ms.get("search")
    if search is not None and search.p50 is not None and search.p95 is not None:
        caption += f" A search alone took {search.p50:,.0f} and {search.p95:,.0f} ms."
    title = "Time of an answer"
    return _figure(title, caption, latency_chart("latency", title, values), Table(title, ["time", "questions"], rows))


def _figure(title: str, caption: str, drawing: str, table: Table) -> str:
    """A chart with its caption; its figures can be read as a table. Empty without a drawing."""
    if not drawing:
        return ""
    return (
        f"<figure><figcaption><h3>{escape(title)}</h3><p>{escape(caption)}</p></figcaption>{drawing}"
        f'<details class="no-print"><summary>Figures of this chart</summary>{table_html(table)}</details></figure>'
    )
