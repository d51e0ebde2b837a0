"""The measurements as Markdown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bench.ablation.switches import NOTHING_OFF
from bench.ablation.values import Row, difference

NOISE = 0.005
"""What is not worth more than this anywhere pays nothing."""

CERTAIN = 2.0
"""Standard errors beyond which a difference is marked."""

Table = Mapping[str, Row]
"""Rows by name."""


def differences(rows: Table) -> list[str]:
    """A table: the means with everything on, and what each switch adds to them."""
    full = rows[NOTHING_OFF.name]
    lines = _head(full)
    lines.append(f"| {NOTHING_OFF.name} | " + " | ".join(f"{column.mean:.3f}" for column in full.values()) + " |")
    for name, row in rows.items():
        if name != NOTHING_OFF.name:
            cells = (_cell(*difference(full[column], row[column])) for column in full)
            lines.append(f"| {name} | {' | '.join(cells)} |")
    return lines


def means(rows: Table) -> list[str]:
    """A table of means."""
    lines = _head(next(iter(rows.values())))
    for name, row in rows.items():
        lines.append(f"| {name} | " + " | ".join(f"{column.mean:.3f}" for column in row.values()) + " |")
    return lines


def verdicts(tables: Sequence[Table]) -> list[str]:
    """The range of what each switch costs over all tables, and whether that is more than noise."""
    costs: dict[str, list[float]] = {}
    for rows in tables:
        full = rows[NOTHING_OFF.name]
        for name, row in rows.items():
            costs.setdefault(name, []).extend(full[column].mean - row[column].mean for column in full)
    lines = ["| | costs at most | gains at most | pays |", "|---|---|---|---|"]
    for name, found in costs.items():
        if name != NOTHING_OFF.name:
            pays = "yes" if max(found) > NOISE else "no"
            lines.append(f"| {name} | {max(0.0, *found):.3f} | {max(0.0, *(-cost for cost in found)):.3f} | {pays} |")
    return lines


def _head(row: Row) -> list[str]:
    headings = (f"{name} ({column.size})" for name, column in row.items())
    return [f"| | {' | '.join(headings)} |", "|---|" + "---|" * len(row)]


def _cell(change: float, error: float) -> str:
    if round(change, 3) == 0.0:
        return "0"
    return f"{change:+.3f}{'*' if abs(change) > CERTAIN * error else ''}"
