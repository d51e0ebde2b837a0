"""A stretch of days, open at either end, and how it is written as bounds of publication dates."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

LEAST_SLACK = 3
"""Days. What happened on a Friday is in Monday's paper."""

OPEN_SLACK = 31
"""Days after the end of "before May" and "until May", which have no length of their own."""


@dataclass(frozen=True)
class Period:
    """From the first to the last day, both included; None is open. `first` is never after `last`."""

    first: date | None
    last: date | None

    @property
    def slack(self) -> int:
        """Days after its end in which what happened in it is still reported: as many as it has itself, at least 3."""
        if self.first is None or self.last is None:
            return OPEN_SLACK
        return max(LEAST_SLACK, (self.last - self.first).days + 1)

    def bounds(self) -> tuple[str | None, str | None]:
        """Both ends as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: whole years and months are written as such."""
        first, last = self.first, self.last
        starts_month = first is None or first.day == 1
        ends_month = last is None or last.day == calendar.monthrange(last.year, last.month)[1]
        length = 10
        if starts_month and ends_month:
            whole_years = (first is None or first.month == 1) and (last is None or last.month == 12)
            length = 4 if whole_years else 7
        return (
            first.isoformat()[:length] if first is not None else None,
            last.isoformat()[:length] if last is not None else None,
        )


def day(year: int, month: int, number: int) -> Period:
    """One day.

    Raises:
        ValueError: it is not in the calendar.
    """
    exact = date(year, month, number)
    return Period(exact, exact)


def month(year: int, number: int) -> Period:
    """A month.

    Raises:
        ValueError: it is not in the calendar.
    """
    first = date(year, number, 1)
    return Period(first, first.replace(day=calendar.monthrange(year, number)[1]))


def months(year: int, first: int, count: int) -> Period:
    """So many months from this one on, into the next year if need be.

    Raises:
        ValueError: they are not in the calendar.
    """
    after = year * 12 + first - 1 + count - 1
    return Period(date(year, first, 1), month(after // 12, after % 12 + 1).last)


def year(number: int) -> Period:
    """A year.

    Raises:
        ValueError: it is not in the calendar.
    """
    return months(number, 1, 12)


def part(whole: Period, which: int) -> Period:
    """The beginning (0), the middle (1) or the end (2) of a period with two ends: a third of its days, or months."""
    if whole.first is None or whole.last is None:
        raise ValueError("an open period has no thirds")
    if (whole.last - whole.first).days > 300:
        return months(whole.first.year, 1 + 4 * which, 4)
    firsts = (1, 11, 21)
    lasts = (10, 20, whole.last.day)
    return Period(whole.first.replace(day=firsts[which]), whole.last.replace(day=lasts[which]))


def week_of(today: date) -> Period:
    """Monday to Sunday."""
    monday = today - timedelta(days=today.weekday())
    return Period(monday, monday + timedelta(days=6))


def shifted_month(today: date, count: int) -> date:
    """The first day of the month so many months later (or earlier).

    Raises:
        ValueError: there is none in the calendar.
    """
    number = today.year * 12 + today.month - 1 + count
    return date(number // 12, number % 12 + 1, 1)


def hull(periods: list[Period]) -> Period:
    """The least period that holds all of them."""
    firsts = [period.first for period in periods]
    lasts = [period.last for period in periods]
    first = None if None in firsts else min(found for found in firsts if found is not None)
    last = None if None in lasts else max(found for found in lasts if found is not None)
    return Period(first, last)
