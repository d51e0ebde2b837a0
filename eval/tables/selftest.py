"""The self-test for the terminal and for Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from eval.selftest.run import SelfTest, WayResult
from eval.tables.table import Cell, Table

_SHORT = {
    "Recall@1": "R@1",
    "Recall@5": "R@5",
    "Recall@10": "R@10",
    "passage_Recall@5": "pR@5",
    "passage_nDCG@10": "pnDCG",
    "nDCG@10": "nDCG",
    "answer_accuracy": "accuracy",
    "citation_exactness": "exact",
    "Success@1": "S@1",
    "Success@5": "S@5",
    "similarity": "sim",
    "nuggets_strict": "nug",
    "nuggets_partial": "nug/2",
    "faithfulness": "faith",
    "citation_recall": "cite R",
    "citation_precision": "cite P",
    "refusal_accuracy": "ref A",
    "refusal_precision": "ref P",
    "refusal_recall": "ref R",
    "refusal_f1": "ref F1",
    "p50_ms": "p50",
    "p95_ms": "p95",
}
_LEGEND = (
    "Change of each metric, the weaker of the two languages; empty: it stays, as it must. In brackets: nothing is "
    "demanded of it. An exclamation mark: not what must happen."
)


def self_test_tables(found: SelfTest) -> list[Table]:
    """The matrix of perturbation and metric, then what went wrong."""
    return [table for table in (matrix(found), wrong(found)) if table.rows]


def matrix(found: SelfTest) -> Table:
    """A row a perturbation, a column a metric that any of them must move."""
    figures = [figure for figure in _figures(found) if any(_demanded(way, figure) for way in found.ways)]
    rows: list[list[Cell]] = [
        [way.name, "/".join(map(str, way.applied.values())), *(_cell(way, figure) for figure in figures)]
        for way in found.ways
    ]
    return Table(
        "Perturbations and metrics", ["perturbation", "de/en", *(_SHORT.get(f, f) for f in figures)], rows, _LEGEND
    )


def wrong(found: SelfTest) -> Table:
    """The figures that did not do what they must."""
    rows: list[list[Cell]] = [
        [way.name, check.figure, check.language, way.applied[check.language], check.wanted, check.change]
        for way in found.ways
        for check in way.failed
    ]
    return Table(
        "Not noticed, or moved without reason", ["perturbation", "metric", "language", "n", "must", "change"], rows
    )


def _figures(found: SelfTest) -> Sequence[str]:
    """Every figure, in the order of the checks."""
    return list(dict.fromkeys(check.figure for way in found.ways for check in way.checks))


def _demanded(way: WayResult, figure: str) -> bool:
    return any(check.figure == figure and check.wanted not in ("stays", "may move") for check in way.checks)


def _cell(way: WayResult, figure: str) -> str:
    """The change in the language where it is least."""
    checks = [check for check in way.checks if check.figure == figure]
    changes = [check.change for check in checks if check.change is not None]
    if not changes:
        return ""
    least = min(changes, key=abs)
    mark = "" if all(check.passed for check in checks) else "!"
    if checks[0].wanted == "may move":
        return f"({least:+.2f})" if abs(least) >= 0.005 else ""
    if checks[0].wanted == "stays" and not mark:
        return ""
    return f"{least:+.0f}{mark}" if abs(least) >= 10 else f"{least:+.2f}{mark}"
