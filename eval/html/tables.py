"""The tables that the report shares with the terminal and Markdown, as HTML."""

from __future__ import annotations

from html import escape

from eval.tables.table import Cell, Table

_NUMBER = ' class="number"'


def table_html(table: Table) -> str:
    """Write a table; cells may hold article text, which stays text. Empty when it has no rows."""
    if not table.rows:
        return ""
    head = "".join(
        f'<th scope="col"{_NUMBER if _is_number(table, column) else ""}>{escape(name)}</th>'
        for column, name in enumerate(table.header)
    )
    body = "".join(f"<tr>{_head(row[0])}{''.join(_cell(cell) for cell in row[1:])}</tr>" for row in table.rows)
    note = f'<p class="note">{escape(table.note)}</p>' if table.note else ""
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(table.title)}"><table class="plain">'
        f"<caption>{escape(table.title)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>{note}"
    )


def _is_number(table: Table, column: int) -> bool:
    """Whether a column holds figures: one without any words does."""
    return not any(isinstance(row[column], str) for row in table.rows)


def _head(cell: Cell) -> str:
    return f'<th scope="row">{escape(str(cell))}</th>'


def _cell(cell: Cell) -> str:
    if isinstance(cell, str):
        return f"<td>{escape(cell)}</td>"
    if cell is None:
        return '<td class="number" aria-label="not applicable">–</td>'
    return f'<td class="number">{cell:.3f}</td>' if isinstance(cell, float) else f'<td class="number">{cell:,}</td>'
