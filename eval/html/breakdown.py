"""The figures by direction and by group as heat maps, refusals and failures as tables."""

from __future__ import annotations

from collections.abc import Mapping

from eval.html.catalogue import grouped
from eval.html.heat_map import Block, Cell, Column, Row, heat_map
from eval.html.tables import table_html
from eval.summary.group import Group, Score
from eval.summary.report import Metrics, Report
from eval.tables.overview import failures, refusals

_BY_GROUP = ("Recall@5", "nDCG@10", "answer_accuracy", "F1", "faithfulness", "refusal_accuracy")


def directions_html(metrics: Metrics) -> str:
    """Every metric by direction, and the mean over the directions."""
    macro = metrics.macro_mean_of_directions
    used = max((score.n for score in macro.values()), default=0)
    columns = [Column(name, f"{group.questions} questions") for name, group in metrics.directions.items()]
    blocks = [
        Block(title, [_row(metrics, name) for name in names])
        for title, names in grouped(name for name, score in macro.items() if score.n).items()
    ]
    note = (
        '<p class="note">A direction goes from the language of the question to that of the article that answers. Below '
        "each mean stands its confidence interval, and n where a metric applies to fewer questions. In the mean over "
        "directions each direction counts the same.</p>"
    )
    caption = "Answerable questions, metric by direction"
    return heat_map(caption, "metric", [*columns, Column("mean", f"of {used} directions")], blocks) + note


def groups_html(metrics: Metrics) -> str:
    """A few metrics by answerability, type and tag."""
    shown = [name for name in _BY_GROUP if name in metrics.macro_mean_of_directions]
    parts: Mapping[str, Mapping[str, Group]] = {
        "By answerability": metrics.answerability,
        "By type of question": metrics.types,
        "By tag": metrics.tags,
    }
    blocks = [
        Block(title, [_group_row(name, group, shown) for name, group in groups.items()])
        for title, groups in parts.items()
        if groups
    ]
    return (
        heat_map("All questions, group by metric", "group", [Column(name) for name in shown], blocks) if blocks else ""
    )


def refusals_html(report: Report) -> str:
    """Refusals by language; then what failed, if anything did."""
    return table_html(refusals(report.metrics)) + table_html(failures(report.metrics))


def _row(metrics: Metrics, name: str) -> Row:
    cells = [_cell(group.scores[name], group.questions) for group in metrics.directions.values()]
    macro = metrics.macro_mean_of_directions[name]
    return Row(name, [*cells, _cell(macro, macro.n)])


def _group_row(name: str, group: Group, shown: list[str]) -> Row:
    return Row(name, [_cell(group.scores[m], group.questions) for m in shown], f"{group.questions} questions")


def _cell(score: Score, questions: int) -> Cell:
    """A cell; n is written where it is not that of the row or column."""
    interval = None if score.low is None or score.high is None else (score.low, score.high)
    return Cell(score.mean, interval, f"n = {score.n}" if score.n != questions else "")
