"""An expression of time: a pattern and what it means."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from rag.dates.period import Period, month


@dataclass(frozen=True)
class Clock:
    """What an expression is resolved against.

    Attributes:
        now: the day that it is.
        years: the years that the question names, each with its place; a month without a year takes the nearest.
    """

    now: date
    years: tuple[tuple[int, int], ...] = field(default=())

    def year_near(self, place: int) -> int | None:
        """The year named last before a place in the text, else the first one after it."""
        before = [year for position, year in self.years if position < place]
        return before[-1] if before else (self.years[0][1] if self.years else None)

    def year_of(self, number: int, place: int, day: int = 1) -> int:
        """The year of a month named without one: a year of the question, else the most recent that is not ahead."""
        near = self.year_near(place)
        if near is not None:
            return near
        return self.now.year if (number, day) <= (self.now.month, self.now.day) else self.now.year - 1

    def recent_month(self, number: int, place: int) -> Period:
        """A month named without a year."""
        return month(self.year_of(number, place), number)


@dataclass(frozen=True)
class Found:
    """An expression in a text.

    Attributes:
        start: where it begins.
        end: where it ends.
        period: what it means.
        demanded: whether it is meant from the reader's now ("last week"), so that only that time can answer.
        vague: whether it counts only where nothing more definite stands ("on Monday" beside a date).
        opens: whether its own first word may open it at one end: "since June", but not "vor drei Jahren".
    """

    start: int
    end: int
    period: Period
    demanded: bool = False
    vague: bool = False
    opens: bool = False


Resolve = Callable[[re.Match[str], Clock], Period | None]


@dataclass(frozen=True)
class Rule:
    """A pattern with its meaning; `resolve` gives None, or raises ValueError or OverflowError, for what is no date."""

    pattern: re.Pattern[str]
    resolve: Resolve
    demanded: bool = False
    vague: bool = False
    opens: bool = False

    def find(self, text: str, clock: Clock) -> Iterator[Found]:
        """All that it means something in."""
        for match in self.pattern.finditer(text):
            try:
                period = self.resolve(match, clock)
            except (ValueError, OverflowError):  # 31 June, 29 February 2023, a thousand years ago
                continue
            if period is not None:
                yield Found(match.start(), match.end(), period, self.demanded, self.vague, self.opens)


def rule(pattern: str, resolve: Resolve, *, demanded: bool = False, vague: bool = False, opens: bool = False) -> Rule:
    """A rule whose pattern disregards case and takes any white space for a blank."""
    return Rule(re.compile(spaced(pattern), re.IGNORECASE), resolve, demanded, vague, opens)


def spaced(pattern: str) -> str:
    """A pattern in which a blank stands for any white space, and " ?" for none too."""
    return pattern.replace(" ?", r"\s*").replace(" ", r"\s+")


def longest(found: Iterable[Found]) -> list[Found]:
    """Those that do not overlap: of two that do, the longer one stays; in the order of the text."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (f.start - f.end, f.start)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda f: f.start)
