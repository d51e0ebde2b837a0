"""Tables in articles: the row that a sentence span covers, with its cells and the heads of its columns."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.sentences.characters import LINE_BREAK
from rag.answering.years import YEAR

Span = tuple[int, int]

LONGEST_TABLE = 6_000
"""Characters above a row in which the first line of its table is sought."""

_BAR = re.compile(r"[|\t]")
_NUMBER = re.compile(r"[<>~+-]?[€$£]?\d[\d.,:]*\s?(?:[%€$£]|[^\W\d_]+)?")


@dataclass(frozen=True)
class Row:
    """A row of a table.

    Attributes:
        heads: what stands over each cell, in order.
        cells: where each cell lies in the article, without white space around it; as many as heads.
        table: where its table begins, equal for the rows of one table.
    """

    heads: tuple[str, ...]
    cells: tuple[Span, ...]
    table: int


def row_at(text: str, start: int, end: int) -> Row | None:
    """The row in a stretch of a text, under the first line of its table.

    Args:
        text: of the article.
        start: where the row begins.
        end: where it ends, exclusive.

    Returns:
        None where the row is the first line itself, where that is no head but another row, and where the two have not
        as many cells.
    """
    top = _top(text, start)
    if top is None:
        return None
    heads = [text[first:last] for first, last in _cells(text, *top)]
    cells = _cells(text, start, end)
    if len(heads) != len(cells):
        return None
    values = [text[first:last] for first, last in cells]
    if any(_is_number(head) and _is_number(value) for head, value in zip(heads, values, strict=True)):
        return None
    return Row(tuple(heads), tuple(cells), top[0])


def _top(text: str, start: int) -> Span | None:
    """The first line of the table, going up from a row; None where that is the row."""
    top: Span | None = None
    window = max(0, start - LONGEST_TABLE)
    ends = [(match.start(), match.end()) for match in LINE_BREAK.finditer(text, window, start)]
    starts = [window, *(after for _, after in ends)]
    for (line_end, _), line_start in zip(reversed(ends), reversed(starts[:-1]), strict=True):
        if not _BAR.search(text, line_start, line_end):
            break
        top = (line_start, line_end)
    return top


def _cells(text: str, start: int, end: int) -> list[Span]:
    """The cells of a line; an empty first one counts where the line opens with a bar and does not end in one."""
    found = []
    for part in _BAR.split(text[start:end]):
        lead = len(part) - len(part.lstrip())
        found.append((start + lead, start + lead + len(part.strip())))
        start += len(part) + 1
    closes = len(found) > 1 and found[-1][0] == found[-1][1]
    opens = closes and found[0][0] == found[0][1]
    return found[opens : len(found) - closes]


def _is_number(cell: str) -> bool:
    """Whether a cell holds a figure and nothing else; a year may head a column of figures."""
    return _NUMBER.fullmatch(cell) is not None and re.fullmatch(YEAR, cell) is None
