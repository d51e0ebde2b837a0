"""A comparison of two runs for the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from eval.compare.changes import Change
from eval.compare.comparison import Comparison
from eval.compare.difference import Difference
from eval.tables.table import Cell, Table, to_text


def comparison_text(found: Comparison, most: int) -> str:
    """Write the tables, then at most so many changed questions with both answers."""
    head = f"A = {found.a}, B = {found.b}: {found.questions} questions asked in both."
    alone = [f"Only {name} asked {len(ids)} more." for name, ids in (("A", found.only_a), ("B", found.only_b)) if ids]
    parts = [" ".join([head, *alone]), to_text(overall_table(found)), to_text(directions_table(found))]
    shown = found.changes[:most]
    parts += [_side_by_side(change) for change in shown]
    if len(found.changes) > len(shown):
        parts.append(
            f"{len(found.changes) - len(shown)} more questions changed: --changes {len(found.changes)} or --json."
        )
    return "\n\n".join(parts)


def overall_table(found: Comparison) -> Table:
    """Each metric over all questions."""
    rows: list[list[Cell]] = [
        [
            one.metric,
            one.n,
            one.a,
            one.b,
            one.difference,
            f"[{one.low:+.3f}, {one.high:+.3f}]",
            one.changed,
            *_judged(one),
        ]
        for one in found.differences
        if one.group == "all"
    ]
    header = ["metric", "n", "A", "B", "B - A", "95 %", "changed", "p", ""]
    return Table("All questions (mean over questions, not over directions)", header, rows, f"p: {found.test}.")


def directions_table(found: Comparison) -> Table:
    """What changed in each direction, and for unanswerable questions."""
    rows: list[list[Cell]] = [
        [one.metric, one.group, one.n, one.a, one.b, one.difference, one.changed, *_judged(one)]
        for one in found.differences
        if one.group != "all" and one.changed
    ]
    header = ["metric", "group", "n", "A", "B", "B - A", "changed", "p", ""]
    return Table("By direction, where anything changed", header, rows, "" if rows else "Nothing changed.")


def _interval(one: Difference) -> str:
    """The bootstrap interval of the difference."""
    return f"[{one.low:+.3f}, {one.high:+.3f}]"


def _judged(one: Difference) -> Sequence[Cell]:
    """The corrected p-value and what it means."""
    word = ("better" if one.difference > 0 else "WORSE") if one.significant else ""
    return [one.p_corrected, word]


def _side_by_side(change: Change) -> str:
    """One question with both answers."""
    scores = ", ".join(f"{name} {_score(a)} > {_score(b)}" for name, (a, b) in change.scores.items())
    lines = [f"{change.verdict}: {change.id} ({change.direction}) {change.question or ''}".rstrip(), f"  {scores}"]
    for name, status, answer in (("A", change.a_status, change.a_answer), ("B", change.b_status, change.b_answer)):
        text = "(texts were not kept)" if answer is None else " ".join(answer.split())
        lines.append(f"  {name} {status}: {text}")
    return "\n".join(lines)


def _score(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
