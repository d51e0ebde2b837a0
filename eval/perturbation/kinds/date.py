"""A date changed: its day, month, year or day of the week."""

from __future__ import annotations

import re
from random import Random

from eval.perturbation.edit import choose, cut, swap_word
from index.models import Language
from index.readings.moments import Moment, moments, weekday_pattern
from index.readings.words import MONTHS, WEEKDAYS

_RELATIVE: dict[Language, dict[str, tuple[str, ...]]] = {
    "en": {"yesterday": ("today", "tomorrow"), "tomorrow": ("yesterday",), "today": ("yesterday", "tomorrow")},
    "de": {"gestern": ("heute", "übermorgen"), "heute": ("gestern",), "vorgestern": ("heute",)},
}


def date(text: str, language: Language, draw: Random) -> str | None:
    """Change one part of one date."""
    found = moments(text, language)
    candidates: list[str | None] = []
    if found:
        target = draw.choice(found)
        candidates = [_year(text, target, draw), _month(text, target, language, draw), _day(text, target, draw)]
    candidates += [_weekday(text, language, draw), _relative(text, language, draw)]
    return choose(draw, candidates, text)


def _year(text: str, target: Moment, draw: Random) -> str | None:
    match = re.search(str(target.year), text[target.start : target.end]) if target.year else None
    if match is None:
        return None
    shift = draw.choice([-1, 1]) * draw.choice([1, 2, 3, 4, 5, 7, 10, 12, 20])
    return cut(text, target.start + match.start(), target.start + match.end(), str(target.year + shift))


def _month(text: str, target: Moment, language: Language, draw: Random) -> str | None:
    names = MONTHS[language]
    if not target.month or names[target.month - 1] not in text[target.start : target.end]:
        return None
    start = text.index(names[target.month - 1], target.start)
    other = draw.choice(
        [name for name in names if name != names[target.month - 1] and not (target.day > 28 and name[:3] == "Feb")]
    )
    return cut(text, start, start + len(names[target.month - 1]), other)


def _day(text: str, target: Moment, draw: Random) -> str | None:
    match = (
        re.search(rf"\b0?{target.day}(?=\D|$)(?:st|nd|rd|th)?", text[target.start : target.end]) if target.day else None
    )
    if match is None:
        return None
    day = draw.choice([day for day in range(1, 29) if day != target.day])
    suffix = (
        {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd"}.get(day, "th") if match.group()[-1].isalpha() else ""
    )
    return cut(text, target.start + match.start(), target.start + match.end(), f"{day}{suffix}")


def _weekday(text: str, language: Language, draw: Random) -> str | None:
    found = [match.group(1) for match in weekday_pattern(language).finditer(text)]
    if not found:
        return None
    old = draw.choice(found)
    return text.replace(old, draw.choice([name for name in WEEKDAYS[language] if name not in found]))


def _relative(text: str, language: Language, draw: Random) -> str | None:
    if re.search(r"\b[Hh]eute (?:[Mm]orgen|[Aa]bend|[Nn]acht|[Nn]achmittag|[Mm]ittag)", text):
        return None
    return swap_word(text, language, _RELATIVE[language], draw)
