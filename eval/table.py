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
    """Align the columns for a terminal: the first to the left, the others to the right."""
    lines = [list(table.header), *([_show(cell) for cell in row] for row in table.rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(table.header))]
    body = "\n".join(
        "  ".join(
            [line[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True))]
        )
        for line in lines
    )
    return "\n".join(part for part in (table.title, body, table.note) if part)


def to_markdown(table: Table) -> str:
    """Write a Markdown table. Cells may hold article text: nothing in them is taken for markup."""
    lines = [
        [escape(cell) for cell in table.header],
        ["---", *["---:"] * (len(table.header) - 1)],
        *([escape(_show(cell)) for cell in row] for row in table.rows),
    ]
    body = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    return "\n\n".join(part for part in (f"## {table.title}", body, table.note) if part)


def escape(text: str) -> str:
    """Take the meaning from characters that Markdown or HTML would read as markup, and put the text on one line."""
    one_line = " ".join(html.escape(text, quote=False).split())
    return "".join(f"\\{character}" if character in "\\`*_[]|#~" else character for character in one_line)


def _show(cell: Cell) -> str:
    """Write a figure with three decimals and a dash for none."""
    if cell is None:
        return "-"
    return f"{cell:.3f}" if isinstance(cell, float) else str(cell)
