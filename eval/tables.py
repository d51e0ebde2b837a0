"""The tables of a report, the same for the terminal and for Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from eval.group import Group, Score
from eval.report import Metrics, Report
from eval.scores import METRICS
from eval.table import Cell, Table

_SHORT = {
    "Recall@1": "R@1",
    "Recall@5": "R@5",
    "Recall@10": "R@10",
    "passage_Recall@5": "pR@5",
    "passage_nDCG@10": "pnDCG@10",
    "answer_accuracy": "accuracy",
    "citation_exactness": "exact",
}
_COLUMNS = [_SHORT.get(metric, metric) for metric in METRICS]
_LEGEND = (
    "R@k, nDCG, RR: by article; pR@5, pnDCG: by evidence passage; accuracy: a quote holds the answer; "
    "exact: citations that are exact. 0 to 1, higher is better; -: not applicable."
)


def all_tables(report: Report) -> list[Table]:
    """Every table that has at least one row."""
    metrics = report.metrics
    tables = [directions(metrics), refusals(metrics), tags(metrics), latency(report), failures(metrics)]
    return [table for table in tables if table.rows]


def directions(metrics: Metrics) -> Table:
    """Answerable questions by direction, then the macro mean."""
    macro = metrics.macro_mean_of_directions
    used = max(score.n for score in macro.values())
    rows = [[name, group.questions, *_means(group.scores)] for name, group in metrics.directions.items()]
    rows.append([f"macro mean of {used}", sum(g.questions for g in metrics.directions.values()), *_means(macro)])
    return Table("Answerable questions by direction (question>article)", ["direction", "n", *_COLUMNS], rows, _LEGEND)


def refusals(metrics: Metrics) -> Table:
    """All questions by the language they are asked in."""
    rows = [[name, group.questions, *_refusal(group)] for name, group in metrics.languages.items()]
    header = [
        "question language",
        "n",
        "unanswerable",
        "refused rightly",
        "wrongly",
        "missed",
        "precision",
        "recall",
        "F1",
    ]
    checked, exact = metrics.citations.checked, metrics.citations.exact
    return Table(
        "Refusals (not_in_corpus)", header, rows, f"Exact citations, those of refusals included: {exact} of {checked}."
    )


def tags(metrics: Metrics) -> Table:
    """Answerable and unanswerable questions by tag."""
    shown = ("Recall@5", "nDCG@10", "answer_accuracy", "citation_exactness")
    rows: list[list[Cell]] = [
        [tag, group.questions, group.answerable, *(group.scores[m].mean for m in shown), group.refusal.recall]
        for tag, group in metrics.tags.items()
    ]
    header = ["tag", "n", "answerable", *(_SHORT.get(metric, metric) for metric in shown), "refusal recall"]
    return Table("Questions by tag", header, rows)


def latency(report: Report) -> Table:
    """Milliseconds of one search and one answer."""
    rows = [[step, figures.p50, figures.p95] for step, figures in report.latency_ms.items()]
    return Table("Latency in ms", ["step", "p50", "p95"], rows)


def failures(metrics: Metrics) -> Table:
    """The steps that ended with an error."""
    rows = [[failure.id, failure.step, failure.error] for failure in metrics.failures]
    return Table("Failures (scored 0)", ["question", "step", "error"], rows)


def _means(scores: Mapping[str, Score]) -> Iterable[Cell]:
    """The means in the order of the columns."""
    return (scores[metric].mean for metric in METRICS)


def _refusal(group: Group) -> list[Cell]:
    """Counts and figures of refusals in the order of the columns."""
    figures = group.refusal
    counts: list[Cell] = [group.questions - group.answerable, figures.right, figures.wrong, figures.missed]
    return [*counts, figures.precision, figures.recall, figures.f1]
