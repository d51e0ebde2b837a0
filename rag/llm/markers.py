"""Citation markers as models write them."""

from __future__ import annotations

import re

_WORD = r"(?:(?:Auszug|Passage|Quelle|Source|Beleg|Artikel|Article|Nr\.?|No\.?)\s*)?"
_NUMBER = rf"{_WORD}[#^]?\d+(?:†[^\[\]【】［］]{{0,40}})?"
_JOIN = r"\s*(?:[,;/&]|[-–—]|\bund\b|\band\b|\bbis\b|\bto\b)\s*"
_LIST = rf"\s*{_NUMBER}(?:{_JOIN}{_NUMBER})*\s*"

MARKER = rf"(?:\[{{1,2}}{_LIST}\]{{1,2}}|【{_LIST}】|［{_LIST}］|⟦{_LIST}⟧|〔{_LIST}〕)"
"""The pattern of one marker: [1], [1, 2], [1-3], [[1]], [^1], [Passage 1], 【1】, 【1†source】; [1][2] are two."""

_RANGE = re.compile(r"(\d+)\s*[-–—]\s*[#^]?(\d+)|(\d+)")
_NOTE = re.compile(r"†[^\[\]【】［］]*")
LONGEST_RANGE = 20
LONGEST_NUMBER = 4
"""Digits; a longer number is none of a passage."""


def numbers_of(marker: str) -> list[int]:
    """The numbers that a marker names, in its order; a range stands for all of its numbers."""
    numbers: list[int] = []
    for first, last, single in _RANGE.findall(_NOTE.sub("", marker)):
        if max(len(first), len(last), len(single)) > LONGEST_NUMBER:
            continue
        if single:
            numbers.append(int(single))
        elif 0 <= int(last) - int(first) < LONGEST_RANGE:
            numbers.extend(range(int(first), int(last) + 1))
    return numbers
