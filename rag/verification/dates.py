"""Whether the dates of a claim stand in its evidence, named or counted from the day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from index.models import Language
from index.readings import Moment, moments
from index.readings.moments import weekday_pattern
from index.readings.words import MONTHS, WEEKDAYS
from rag.support.numbers.spelling import spelled_out
from rag.verification.sources import Source

_WEEK = 6
_RELATIVE = {
    "yesterday": -1,
    "gestern": -1,
    "vorgestern": -2,
    "today": 0,
    "heute": 0,
    "tomorrow": 1,
    "morgen": 1,
}
# "morgen" is tomorrow, "Morgen" a time of day; "heute" may just mean nowadays.
_RELATIVE_WORD = re.compile(r"\b(?:[Yy]esterday|[Gg]estern|[Vv]orgestern|[Tt]oday|[Hh]eute|[Tt]omorrow|morgen)\b")

_FEASTS: dict[Language, re.Pattern[str]] = {
    language: re.compile(rf"[a-zäöüß]({'|'.join(name.lower() for name in names)})s?\b")
    for language, names in WEEKDAYS.items()
}
"""Days of the week at the end of other words: "Palmsonntag", "Ostermontag"."""
_NOW = re.compile(
    r"\b(?:now|nowadays|current(?:ly)?|present(?:ly)?|jetzt|nun|inzwischen|mittlerweile|derzeit|heutige[nmrs]?)\b", re.I
)


def missing_dates(claim: str, language: Language, sources: Sequence[Source]) -> tuple[int, list[str]]:
    """Look for every date and weekday of a claim in the evidence.

    A date agrees when a date of the evidence says all that it says; a year that the evidence leaves out is the one
    nearest to its publication. "On Monday", "gestern" and the like stand for a day counted from the publication, on
    either side. A claim may date its evidence by the day, month or year of publication, where the evidence itself names
    no other date. "Heute" may say no more than "now".

    Returns:
        how many there are, and those that are missing, as they are written.
    """
    text = spelled_out(claim, language)
    own = moments(text, language)
    known = [_Calendar(source) for source in sources]
    missing = [text[m.start : m.end] for m in own if not any(calendar.has(m) for calendar in known)]
    days = list(weekday_pattern(language).finditer(text))
    missing += [d.group() for d in days if not any(c.has_weekday(WEEKDAYS[language].index(d.group(1))) for c in known)]
    relative = list(_RELATIVE_WORD.finditer(text))
    missing += [r.group() for r in relative if not any(c.has_relative(_RELATIVE[r.group().lower()]) for c in known)]
    return len(own) + len(days) + len(relative), missing


class _Calendar:
    """The days that a passage speaks of."""

    def __init__(self, source: Source) -> None:
        text = spelled_out(source.text, source.language)
        self._published = _day(source.published)
        self._stated = [*moments(text, source.language), *_months(text, source.language)]
        self._issued = _issued(source.published)
        names = WEEKDAYS[source.language]
        self._weekdays = {names.index(match.group(1)) for match in weekday_pattern(source.language).finditer(text)}
        feasts = _FEASTS[source.language].finditer(text)
        self._weekdays |= {names.index(match.group(1).capitalize()) for match in feasts}
        self._shifts = {_RELATIVE[match.group().lower()] for match in _RELATIVE_WORD.finditer(text)}
        self._days = [*self._dated(), *self._counted()]
        self._now = not self._shifts and not self._weekdays and _NOW.search(text) is not None

    def has(self, moment: Moment) -> bool:
        """Whether the passage speaks of the day, the month or the year."""
        if any(moment.within(stated) for stated in self._stated):
            return True
        if any(_on(moment, day) for day in self._days):
            return True
        if self._issued is None or not moment.within(self._issued):
            return False
        # Issued then: fair to say, unless the passage itself names another time of the same kind.
        return not any(_clash(moment, stated) for stated in self._stated)

    def has_weekday(self, number: int) -> bool:
        return number in self._weekdays or any(day.weekday() == number for day in self._days)

    def has_relative(self, shift: int) -> bool:
        if shift in self._shifts or (shift == 0 and self._now):
            return True
        return self._published is not None and self._published + timedelta(days=shift) in self._days

    def _dated(self) -> Iterator[date]:
        """Dates of the passage with day and month, in the year that is named or nearest to the publication."""
        for moment in self._stated:
            if moment.day and moment.month:
                years = [moment.year] if moment.year else self._years_around()
                days = [date(year, moment.month, moment.day) for year in years if _exists(year, moment)]
                if self._published and days:
                    yield min(days, key=lambda day: abs((day - self._published).days))  # type: ignore[operator]
                else:
                    yield from days[:1] if moment.year else ()

    def _years_around(self) -> list[int]:
        return [self._published.year + shift for shift in (-1, 0, 1)] if self._published else []

    def _counted(self) -> Iterator[date]:
        """Days counted from the publication: a weekday may lie up to six days before or after it."""
        if self._published is None:
            return
        for shift in self._shifts:
            yield self._published + timedelta(days=shift)
        for number in self._weekdays:
            back = (self._published.weekday() - number) % 7
            yield self._published - timedelta(days=back)
            yield self._published + timedelta(days=(7 - back) % 7 or _WEEK + 1)


def _months(text: str, language: Language) -> list[Moment]:
    """Months named by themselves, in English without "in" too: "early February"."""
    found = re.finditer(rf"\b({'|'.join(MONTHS[language])})\b", text)
    return [Moment(0, MONTHS[language].index(m.group()) + 1, 0, m.start(), m.end()) for m in found]


def _on(moment: Moment, day: date) -> bool:
    return moment.year in (0, day.year) and moment.month in (0, day.month) and moment.day in (0, day.day)


def _clash(one: Moment, other: Moment) -> bool:
    return any(a and b and a != b for a, b in zip(one[:3], other[:3], strict=True))


def _exists(year: int, moment: Moment) -> bool:
    try:
        date(year, moment.month, moment.day)
    except ValueError:
        return False
    return True


def _day(published: str | None) -> date | None:
    return date.fromisoformat(published) if published and len(published) == len("2023-09-14") else None


def _issued(published: str | None) -> Moment | None:
    """The publication as a moment, as precise as it is known."""
    if not published:
        return None
    parts = [*(int(part) for part in published.split("-")), 0, 0]
    return Moment(parts[0], parts[1], parts[2], 0, 0)
