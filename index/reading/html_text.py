"""The body that trafilatura extracts, as plain text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.reading.normalise import one_line

if TYPE_CHECKING:
    from lxml.etree import _Element  # type: ignore[import-untyped]

_BLOCKS = ("body", "code", "div", "head", "list", "p", "quote", "table")
_AROUND_LINE_END = re.compile(r"[ \t]*\n[ \t]*")
_BLANK_LINES = re.compile(r"\n{2,}")


def text_of_body(body: _Element) -> str:
    """Write headings, paragraphs and quotes as blocks with a blank line between, list items and table rows on lines.

    Args:
        body: elements named as in TEI: head, p, quote, list and item, table, row and cell, lb for a line break. A line
            end inside a text separates blocks.
    """
    return _BLANK_LINES.sub("\n\n", _AROUND_LINE_END.sub("\n", _flow(body))).strip()


def _flow(element: _Element) -> str:
    """Everything inside an element, blocks set off by blank lines."""
    parts = [_blocks_of(element.text)]
    for child in element:
        if child.tag == "lb":
            parts.append("\n")
        elif child.tag in _BLOCKS:
            parts.append(f"\n\n{_block(child)}\n\n")
        else:
            parts.append(_flow(child))
        parts.append(_blocks_of(child.tail))
    return "".join(parts)


def _block(element: _Element) -> str:
    """One block by its kind."""
    if element.tag == "head":
        return one_line(_flow(element))
    if element.tag == "list":
        return "\n".join(_items(element))
    if element.tag == "table":
        return "\n".join(_row(row) for row in element.iter("row"))
    return _flow(element)


def _items(element: _Element) -> list[str]:
    """The items of a list: "- item", "1. item", or bare where the list explains terms."""
    kind = element.get("rend") or "ul"
    items: list[str] = []
    for number, item in enumerate(element.iterchildren("item"), start=1):
        marker = {"ol": f"{number}. ", "dl": ""}.get(kind, "- ")
        items.append(marker + _BLANK_LINES.sub("\n", _AROUND_LINE_END.sub("\n", _flow(item))).strip())
    return items


def _row(row: _Element) -> str:
    """The cells of a row on one line."""
    return " | ".join(one_line(_flow(cell)) for cell in row.iter("cell"))


def _blocks_of(text: str | None) -> str:
    """A text of the tree, in which every line end separates blocks."""
    return (text or "").replace("\n", "\n\n")
