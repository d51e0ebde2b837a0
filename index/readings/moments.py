"""Dates named in a text, in either language's spelling, as year, month and day."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from index.dates import parse_published
from index.models import Language
from index.readings.words import MONTHS, WEEKDAYS

_YEAR = r"(?:1[0-9]|20)\d{2}"
_NOT_A_YEAR = r"(?![\d%]|[.,:]\d|-\d)"


class Moment(NamedTuple):
    """A date as precise as it is named.

    Attributes:
        year: 0 when it is not named.
        month: 1 to 12, 0 when it is not named.
        day: 1 to 31, 0 when it is not named.
        start: where it stands in the text.
        end: where it ends.
    """

    year: int
    month: int
    day: int
    start: int
    end: int

    def within(self, other: Moment) -> bool:
        """Whether the other date says all that this one says: "September" lies within "14 September 2023"."""
        pairs = zip((self.year, self.month, self.day), (other.year, other.month, other.day), strict=True)
        return all(own in (0, theirs) for own, theirs in pairs)


def moments(text: str, language: Language) -> list[Moment]:
    """The dates of a text in order; one that is not in the calendar (31 June 2020) is none."""
    found = (_moment(match, language) for match in _pattern(language).finditer(text))
    return [moment for moment in found if _exists(moment)]


def weekdays(text: str, language: Language) -> set[int]:
    """The days of the week named in a text, Monday is 0; German compounds such as "Freitagabend" count."""
    return {WEEKDAYS[language].index(match.group(1)) for match in weekday_pattern(language).finditer(text)}


@functools.cache
def weekday_pattern(language: Language) -> re.Pattern[str]:
    """Finds days of the week as group 1, also in "Freitagabend" and "Sundays", but no "Montage"."""
    compound = "(?=s?\\b|(?:vor|nach)?mittags?\\b|abends?\\b|morgens?\\b|nachts?\\b|früh\\b)"
    return re.compile(rf"\b({'|'.join(WEEKDAYS[language])}){compound}")


@functools.cache
def _pattern(language: Language) -> re.Pattern[str]:
    months = "|".join(MONTHS[language])
    ordinal = "(?:st|nd|rd|th)?"
    # "May" opens sentences and "March" is a walk: alone they count only after a preposition.
    alone = rf"(?<=\b[Ii]n )(?P<m4>{months})\b" if language == "en" else rf"\b(?P<m4>{months})\b"
    return re.compile(
        # Every date opens with a digit or a capital; asking for that first makes the search three times as fast.
        rf"(?=[\dA-Z])(?:\b(?P<y0>{_YEAR})-(?P<n0>\d\d)-(?P<d0>\d\d)\b"
        rf"|\b(?P<d1>\d{{1,2}})\. ?(?P<n1>\d{{1,2}})\. ?(?P<y1>{_YEAR})\b"
        rf"|\b(?P<d2>\d{{1,2}})(?:\.|{ordinal}(?: of)?) ?(?P<m2>{months})\b(?:,? (?P<y2>{_YEAR})\b{_NOT_A_YEAR})?"
        rf"|\b(?P<m3>{months}) (?P<d3>\d{{1,2}}){ordinal}\b(?![.,]\d)(?:,? (?P<y3>{_YEAR})\b{_NOT_A_YEAR})?"
        rf"|\b(?P<m5>{months}),? (?P<y5>{_YEAR})\b{_NOT_A_YEAR}"
        rf"|{alone}"
        rf"|(?<![\w.,:$€£/-])(?P<y6>{_YEAR})\b{_NOT_A_YEAR})"
    )


def _moment(match: re.Match[str], language: Language) -> Moment:
    values = {"y": 0, "m": 0, "d": 0}
    for name, text in _named(match):
        if name == "m":
            values["m"] = MONTHS[language].index(text) + 1
        else:
            values["m" if name == "n" else name] = int(text)
    return Moment(values["y"], values["m"], values["d"], match.start(), match.end())


def _named(match: re.Match[str]) -> Iterator[tuple[str, str]]:
    return ((name[0], text) for name, text in match.groupdict().items() if text is not None)


def _exists(moment: Moment) -> bool:
    """Whether the calendar has it; without a year 2024 stands in, which has a 29 February."""
    if not moment.day:
        return True
    try:
        parse_published(f"{moment.year or 2024:04}-{moment.month:02}-{moment.day:02}")
    except ValueError:
        return False
    return True
