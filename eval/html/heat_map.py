"""A table of figures whose cells are coloured by their value."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from eval.html.colours import cividis, text_on

_STEPS = 20
"""How many colours the scale has beside the first; values are written out, so that the step loses nothing."""


class Column(NamedTuple):
    """A column's name, and how many questions it speaks of."""

    name: str
    note: str = ""


class Cell(NamedTuple):
    """A mean with its confidence interval and a remark, where there are any; None: not applicable."""

    mean: float | None
    interval: tuple[float, float] | None = None
    note: str = ""


class Row(NamedTuple):
    """A row's name, and a cell for each column."""

    name: str
    cells: Sequence[Cell]
    note: str = ""


class Block(NamedTuple):
    """Rows under a heading of their own; no heading when it is empty."""

    title: str
    rows: Sequence[Row]


def heat_map(caption: str, corner: str, columns: Sequence[Column], blocks: Sequence[Block]) -> str:
    """Write the table; every cell says its value, so that the colour only helps.

    Args:
        caption: what the table shows.
        corner: what the rows are.
        columns: in order.
        blocks: values from 0 to 1, higher is better.
    """
    head = "".join(f'<th scope="col">{_breakable(column.name)}{_small(column.note)}</th>' for column in columns)
    body = "".join(_block(block, len(columns)) for block in blocks)
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(caption)}"><table class="heat">'
        f'<caption>{escape(caption)}</caption><thead><tr><th scope="col">{escape(corner)}</th>{head}</tr></thead>'
        f"{body}</table></div>{_legend()}"
    )


def _block(block: Block, columns: int) -> str:
    title = ""
    if block.title:
        title = f'<tr><th scope="rowgroup" class="block" colspan="{columns + 1}">{escape(block.title)}</th></tr>'
    rows = "".join(
        f'<tr><th scope="row">{_breakable(row.name)}{_small(row.note)}</th>{"".join(map(_cell, row.cells))}</tr>'
        for row in block.rows
    )
    return f"<tbody>{title}{rows}</tbody>"


def _cell(cell: Cell) -> str:
    if cell.mean is None:
        return '<td class="none"><span aria-hidden="true">–</span><span class="unseen">not applicable</span></td>'
    interval = f"{cell.interval[0]:.2f} to {cell.interval[1]:.2f}" if cell.interval else ""
    return (
        f'<td class="{_colour_class(cell.mean)}"><span class="mean">{cell.mean:.3f}</span>'
        f"{_small(interval)}{_small(cell.note)}</td>"
    )


def _breakable(name: str) -> str:
    """A name that may go on in the next line after each underscore."""
    return escape(name).replace("_", "_<wbr>")


def _small(text: str) -> str:
    return f'<span class="small-line">{escape(text)}</span>' if text else ""


def _legend() -> str:
    """The scale of colours, with its values."""
    boxes = "".join(f'<span class="{_colour_class(tenth / 10)}">{tenth / 10:.1f}</span>' for tenth in range(0, 11, 2))
    return f'<p class="scale"><span>worst</span>{boxes}<span>best</span></p>'


def heat_colours() -> str:
    """The style rules of the cells' classes."""
    shares = [step / _STEPS for step in range(_STEPS + 1)]
    return "\n".join(
        f".{_colour_class(share)} {{ background: {cividis(share).hex}; color: {text_on(cividis(share))}; }}"
        for share in shares
    )


def _colour_class(share: float) -> str:
    """The class of the nearest colour."""
    return f"heat-{round(min(max(share, 0.0), 1.0) * _STEPS)}"
