"""One table, written for the terminal and for Markdown."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass

Cell = str | int | float | None


@dataclass(frozen=True)
class Table:
    """A titled table with a note under it."""

    title: str
    header: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    note: str = ""


def to_text(table: Table) -> str:
    """Align the columns for a terminal: figures to the right, words to the left."""
    lines = [list(table.header), *([_show(cell) for cell in row] for row in table.rows)]
    columns = [
        _align(column, figures) for column, figures in zip(zip(*lines, strict=True), _figures(table), strict=True)
    ]
    body = "\n".join("  ".join(line).rstrip() for line in zip(*columns, strict=True))
    return "\n".join(part for part in (table.title, body, table.note) if part)


def to_markdown(table: Table) -> str:
    """Write a Markdown table. Cells may hold article text: nothing in them is taken for markup."""
    lines = [
        [escape(cell) for cell in table.header],
        ["---:" if figures else "---" for figures in _figures(table)],
        *([escape(_show(cell)) for cell in row] for row in table.rows),
    ]
    body = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    return "\n\n".join(part for part in (f"## {table.title}", body, table.note) if part)


def escape(text: str) -> str:
    """Take the meaning from characters that Markdown or HTML would read as markup."""
    escaped = html.escape(text, quote=False)
    return "".join(f"\\{character}" if character in "\\`*_[]|#~" else character for character in escaped)


def _figures(table: Table) -> list[bool]:
    """Say of each column whether it holds figures; one without any words does."""
    return [not any(isinstance(row[column], str) for row in table.rows) for column in range(len(table.header))]


def _align(column: Sequence[str], figures: bool) -> list[str]:
    """Give all cells of a column one width."""
    width = max(map(len, column))
    return [cell.rjust(width) if figures else cell.ljust(width) for cell in column]


def _show(cell: Cell) -> str:
    """Write a figure with three decimals, a dash for none, and words on one line."""
    if cell is None:
        return "-"
    return f"{cell:.3f}" if isinstance(cell, float) else " ".join(str(cell).split())
