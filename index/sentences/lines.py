"""Line structure: which line breaks separate sentences whatever stands before them, and which only wrap a line.

A text is a sequence of blocks (separated by blank lines), a block a sequence of units. No sentence reaches over the
end of a unit; a unit is a run of hard-wrapped lines, one list item, one table row, or simply one line.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from math import ceil
from typing import NamedTuple

from index.sentences.abbreviations import MONTHS
from index.sentences.characters import BULLETS, CLOSERS, LINE_BREAK, trim
from index.sentences.words import OPEN_LINE_ENDS, STARTERS_DE, STARTERS_EN

# Texts wrapped by hand or by a mail program have lines of at most about this many characters.
NARROWEST_WRAP, WIDEST_WRAP = 40, 110
_SHORTEST_FULL_LINE = 60
_SHARE_OF_FITTING_LINES = 0.75
# Beyond this a line with pipes is a flattened page, not a row of a table.
LONGEST_ROW = 300

_STARTERS = STARTERS_DE | STARTERS_EN
_TERMINATED = re.compile(rf"[.!?…][{CLOSERS}]*\Z")
_GOES_ON = re.compile(r"[,;(„–—-]\Z")
_LAST_WORD = re.compile(r"[^\W\d_]+\Z")
_BULLET = re.compile(rf"(?:[{BULLETS}]|[-–—*+](?=\s))\s*\S")
_NUMBER = re.compile(r"\(?(?P<number>\d{1,3})(?P<mark>[.)])\s+(?P<word>\w*)")
_FIGURE = r"(?:[^\W\d_.]+\.?\s){0,3}[<>~+−-]?[€$£]?\d[\d.,:]*(?:\s?[%€$£]|\s[^\W\d_]+)?\.?"
_PAIR = re.compile(rf"[^|\t]{{1,100}}\s?[|\t]\s?{_FIGURE}")
_LETTER = re.compile(r"\(?[a-z]\)\s+\S")


class Unit(NamedTuple):
    """A stretch of text that no sentence leaves: ``text[start:end]`` in code points, without white space around it."""

    start: int
    end: int
    is_row: bool


class _Line(NamedTuple):
    start: int
    end: int
    content: str


def blocks(text: str) -> Iterator[list[Unit]]:
    """Yield the paragraphs of a text, each as its units in order; blank lines yield nothing.

    What is found in a block does not depend on any other block.
    """
    lines: list[_Line] = []
    position = 0
    for stop in [match.span() for match in LINE_BREAK.finditer(text)] + [(len(text), len(text))]:
        start, end = trim(text, position, stop[0])
        position = stop[1]
        if start < end:
            lines.append(_Line(start, end, text[start:end]))
        elif lines:
            yield _units(lines)
            lines = []
    if lines:
        yield _units(lines)


def is_table_row(line: str) -> bool:
    """Whether a line (without white space around it) is a row of a table: cells between pipes or tabs.

    Of two cells one has to be a figure: "Labour | 411", but not "News | Morning Post".
    """
    if len(line) > LONGEST_ROW:
        return False
    return line.count("|") >= 2 or line.count("\t") >= 2 or _PAIR.fullmatch(line) is not None


def list_marker(line: str) -> bool:
    """Whether a line (without white space around it) opens like a list item: "- x", "• x", "1. x", "2) x", "a) x"."""
    return _BULLET.match(line) is not None or _LETTER.match(line) is not None or _item_number(line) is not None


def is_terminated(line: str) -> bool:
    """Whether a line (without white space after it) ends in a full stop, question or exclamation mark or ellipsis."""
    return _TERMINATED.search(line[-12:]) is not None


def _item_number(line: str) -> int | None:
    """The number that opens a line like a list item; the day of a date does not."""
    match = _NUMBER.match(line)
    if match is None or (match["mark"] == "." and match["word"] in MONTHS):
        return None
    return int(match["number"])


def _units(lines: list[_Line]) -> list[Unit]:
    """Join the wrapped lines of a block."""
    width = _wrap_width(lines)
    items = _items(lines)
    units: list[Unit] = []
    for index, line in enumerate(lines):
        row = is_table_row(line.content)
        if index and not units[-1].is_row and not row and _joined(lines, items, index, width):
            units[-1] = Unit(units[-1].start, line.end, False)
        else:
            units.append(Unit(line.start, line.end, row))
    return units


def _items(lines: list[_Line]) -> list[bool]:
    """Which lines open a list item; a number does when it opens the block, is 1 or has a neighbour in the block."""
    numbers = [_item_number(line.content) for line in lines]
    known = set(numbers)

    def is_item(index: int) -> bool:
        number = numbers[index]
        if number is None:
            return list_marker(lines[index].content)
        return index == 0 or number <= 1 or not known.isdisjoint({number - 1, number + 1})

    return [is_item(index) for index in range(len(lines))]


def _joined(lines: list[_Line], items: list[bool], index: int, width: int) -> bool:
    """Whether the break before a line may lie inside a sentence; a full stop before it is judged later."""
    before, after = lines[index - 1].content, lines[index].content
    ends, wrapped = is_terminated(before), _wraps(before, after, width)
    if items[index]:
        # A number or a dash may also have been wrapped to the start of its line.
        return wrapped and not ends and not items[index - 1]
    return ends or wrapped or after[0].islower()


def _wraps(before: str, after: str, width: int) -> bool:
    """Whether ``after`` continues the sentence of ``before``, judged by its end and by the room that was left."""
    word = _LAST_WORD.search(before[-20:])
    if _GOES_ON.search(before) or (word is not None and word[0] in OPEN_LINE_ENDS):
        return True
    return _overflows(before, after, width)


def _overflows(before: str, after: str, width: int) -> bool:
    return 0 < width < len(before) + 1 + len(after.split(None, 1)[0])


def _one_sentence(before: str, after: str) -> bool:
    """Whether two lines look like one sentence with nothing else to compare them to: a full line and what was left."""
    if len(before) < _SHORTEST_FULL_LINE or is_terminated(before) or not is_terminated(after):
        return False
    return after.split(None, 1)[0] not in _STARTERS


def _wrap_width(lines: list[_Line]) -> int:
    """The column at which the lines of a block were wrapped, or 0 when nothing says that they were."""
    # A long address may stick out of a wrapped paragraph, so the longest of many lines does not count.
    width = sorted(len(line.content) for line in lines)[ceil((len(lines) - 1) * _SHARE_OF_FITTING_LINES)]
    if len(lines) < 2 or not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return 0
    if len(lines) == 2 and _one_sentence(lines[0].content, lines[1].content):
        return width
    pairs = [(before.content, after.content) for before, after in pairwise(lines)]
    if len(pairs) > 1 and all(_overflows(before, after, width) for before, after in pairs):
        return width
    goes_on = any(after[0].islower() and not is_terminated(before) for before, after in pairs)
    return width if goes_on else 0
