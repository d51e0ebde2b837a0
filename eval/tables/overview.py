"""The tables of a report, the same for the terminal and for Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from eval.metrics.agreement import Agreement
from eval.scoring.scores import METRICS
from eval.summary.bootstrap import METHOD, Interval
from eval.summary.calibration_intervals import CalibrationIntervals
from eval.summary.group import Group, Score
from eval.summary.report import Metrics, Report
from eval.tables.table import Cell, Table

_SHORT = {
    "Recall@1": "R@1",
    "Recall@5": "R@5",
    "Recall@10": "R@10",
    "passage_Recall@5": "pR@5",
    "passage_nDCG@10": "pnDCG@10",
    "answer_accuracy": "accuracy",
    "citation_exactness": "exact",
}
_MAIN = METRICS[: METRICS.index("citation_exactness") + 1]
_LEGEND = (
    "R@k, nDCG, RR: by article; pR@5, pnDCG: by evidence passage; accuracy: a quote holds the answer; "
    "exact: citations that are exact. 0 to 1, higher is better; -: not applicable."
)
_GROUPED = ("Recall@5", "nDCG@10", "answer_accuracy", "citation_exactness")


def all_tables(report: Report) -> list[Table]:
    """Every table that has at least one row."""
    metrics = report.metrics
    tables = [
        directions(metrics),
        intervals(metrics),
        refusals(metrics),
        calibration(metrics),
        groups("Questions by type", "type", metrics.types),
        groups("Questions by tag", "tag", metrics.tags),
        judge(metrics),
        latency(report),
        failures(metrics),
    ]
    return [table for table in tables if table.rows]


def directions(metrics: Metrics) -> Table:
    """Answerable questions by direction, then the macro mean."""
    macro = metrics.macro_mean_of_directions
    used = max(score.n for score in macro.values())
    rows: list[list[Cell]] = [
        [name, group.questions, *_means(group.scores)] for name, group in metrics.directions.items()
    ]
    rows.append([f"macro mean of {used}", sum(g.questions for g in metrics.directions.values()), *_means(macro)])
    header = ["direction", "n", *(_SHORT.get(metric, metric) for metric in _MAIN)]
    return Table("Answerable questions by direction (question>article)", header, rows, _LEGEND)


def intervals(metrics: Metrics) -> Table:
    """Every metric with its confidence interval in each direction, and for the unanswerable questions."""
    columns = {**{name: group.scores for name, group in metrics.directions.items() if group.questions}}
    columns["macro mean"] = metrics.macro_mean_of_directions
    if metrics.answerability and metrics.answerability["unanswerable"].questions:
        columns["unanswerable"] = metrics.answerability["unanswerable"].scores
    rows: list[list[Cell]] = [
        [metric, *(_with_interval(scores[metric]) for scores in columns.values())] for metric in METRICS
    ]
    note = f"[...]: {METHOD}. What the metrics mean: docs/evaluation.md."
    return Table("Every metric with its 95 % confidence interval", ["metric", *columns], rows, note)


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
    all_of_them = metrics.languages["all"].refusal_intervals
    shown = [
        f"{name} {_ends(ends)}"
        for name, ends in (
            ("precision", all_of_them.precision),
            ("recall", all_of_them.recall),
            ("F1", all_of_them.f1),
        )
        if ends
    ]
    note = f"Exact citations, those of refusals included: {exact} of {checked}."
    return Table("Refusals (not_in_corpus)", header, rows, f"95 %: {', '.join(shown)}. {note}" if shown else note)


def calibration(metrics: Metrics) -> Table:
    """How far the confidence can be believed."""
    rows: list[list[Cell]] = []
    for name, found in metrics.calibration.items():
        within = metrics.calibration_intervals.get(name, CalibrationIntervals())
        rows.append([name, found.n, found.ece, _ends(within.ece), found.brier, _ends(within.brier)])
    note = (
        "answered, de, en: is the answer right? answerable: does the archive hold the answer? "
        "ECE (10 bins) and Brier score: 0 to 1, lower is better."
    )
    return Table("Confidence against outcome", ["questions", "n", "ECE", "95 %", "Brier", "95 %"], rows, note)


def groups(title: str, label: str, found: Mapping[str, Group]) -> Table:
    """Answerable and unanswerable questions by some label of theirs."""
    rows: list[list[Cell]] = [
        [name, group.questions, group.answerable, *(group.scores[m].mean for m in _GROUPED), group.refusal.recall]
        for name, group in found.items()
    ]
    header = [label, "n", "answerable", *(_SHORT.get(metric, metric) for metric in _GROUPED), "refusal recall"]
    return Table(title, header, rows)


def judge(metrics: Metrics) -> Table:
    """What a language model said of the answers, beside how far answer accuracy agrees."""
    found = metrics.judge
    if found is None:
        return Table("", [], [])
    agreements: dict[str, Agreement] = {"all": found.agreement, **found.agreement_by_direction}
    rows: list[list[Cell]] = [
        [name, one.n, one.both, one.first_only, one.second_only, one.neither, one.share, one.kappa]
        for name, one in agreements.items()
    ]
    header = ["direction", "verdicts", "both right", "judge only", "accuracy only", "both wrong", "agreement", "kappa"]
    correct = "-" if found.correct is None else f"{found.correct:.3f}"
    note = (
        f"{found.asked} answers judged by {', '.join(found.models)}: {correct} correct; no verdict: {found.failures}."
    )
    return Table("Language model as judge, against answer accuracy", header, rows, note)


def latency(report: Report) -> Table:
    """Milliseconds of one search and one answer."""
    rows: list[list[Cell]] = [[step, found.p50, found.p95] for step, found in report.latency_ms.items()]
    return Table("Latency in ms", ["step", "p50", "p95"], rows)


def failures(metrics: Metrics) -> Table:
    """The steps that ended with an error."""
    rows: list[list[Cell]] = [[failure.id, failure.step, failure.error] for failure in metrics.failures]
    return Table("Failures (scored 0)", ["question", "step", "error"], rows)


def _means(scores: Mapping[str, Score]) -> Iterable[Cell]:
    """The means in the order of the columns."""
    return (scores[metric].mean for metric in _MAIN)


def _with_interval(score: Score) -> str:
    """A mean and where it may lie."""
    if score.mean is None or score.low is None or score.high is None:
        return "-"
    return f"{score.mean:.3f} {_ends((score.low, score.high))}"


def _ends(interval: Interval | None) -> str:
    if interval is None:
        return ""
    return f"[{interval[0]:.3f}, {interval[1]:.3f}]"


def _refusal(group: Group) -> list[Cell]:
    """Counts and figures of refusals in the order of the columns."""
    figures = group.refusal
    counts: list[Cell] = [group.questions - group.answerable, figures.right, figures.wrong, figures.missed]
    return [*counts, figures.precision, figures.recall, figures.f1]
