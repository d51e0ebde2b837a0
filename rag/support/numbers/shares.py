"""Shares of a whole in words: "a third", "vier Fünftel", "one in five", "jeder fünfte", "die Hälfte"."""

from __future__ import annotations

import re
from typing import NamedTuple

from index.models import Language
from index.readings.words import NUMBER_WORDS, ORDINAL_STEMS

_PARTS: dict[Language, tuple[str, ...]] = {
    "en": ("half", "third", "quarter", *ORDINAL_STEMS["en"][3:9]),
    "de": ("hälft", *(f"{stem}el" for stem in ORDINAL_STEMS["de"][1:9])),
}
"""What a half to a tenth is called."""
_EVERY: dict[Language, tuple[str, ...]] = {
    "en": tuple(NUMBER_WORDS["en"])[:9],
    "de": ORDINAL_STEMS["de"][:9],
}
"""Of how many it is one, from two on: "one in three", "jeder dritte"."""
_COUNTS: dict[Language, tuple[str, ...]] = {
    "en": ("one", *tuple(NUMBER_WORDS["en"])[:8]),
    "de": ("ein", *tuple(NUMBER_WORDS["de"])[:8]),
}
"""How many of the parts."""
_PATTERNS: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        rf"\b(?:(?P<count>an?|{'|'.join(_COUNTS['en'])})[\s-])?(?P<part>{'|'.join(_PARTS['en'])})s?\b"
        rf"|\b(?:one|1) (?:in|out of)(?: every)? (?P<every>{'|'.join(_EVERY['en'])}|\d+)\b"
    ),
    "de": re.compile(
        rf"\b(?:(?P<count>{'|'.join(_COUNTS['de'])})\w{{0,2}}\s)?(?P<part>{'|'.join(_PARTS['de'])})e?[ns]?\b"
        rf"|\bjede[rsn]? (?P<every>{'|'.join(_EVERY['de'])})e[rn]?\b|\b(?P<half>halb)e[nmrs]?\b"
    ),
}


class Share(NamedTuple):
    """A share in words.

    Attributes:
        percent: above 0, at most 100.
        start: where it stands in the text.
        end: where it ends.
    """

    percent: float
    start: int
    end: int


def shares(text: str, language: Language) -> list[Share]:
    """The shares that a text names in words; in English "third" and the like count behind a number or article only."""
    found = []
    for match in _PATTERNS[language].finditer(text.lower()):
        percent = _percent(match, language)
        if 0.0 < percent <= 100.0:
            found.append(Share(percent, match.start(), match.end()))
    return found


def _percent(match: re.Match[str], language: Language) -> float:
    group = match.groupdict()
    if group.get("half"):
        return 50.0
    if every := group["every"]:
        number = int(every) if every.isdigit() else 2 + _EVERY[language].index(every)
        return 100.0 / number if number else 0.0
    below = 2 + _PARTS[language].index(group["part"])
    if language == "en" and not group["count"] and below > 2:
        return 0.0
    counts = _COUNTS[language]
    above = 1 + counts.index(group["count"]) if group["count"] in counts else 1
    return 100.0 * above / below
