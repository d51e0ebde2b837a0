"""Publication dates of known precision: `2023`, `2023-09` or `2023-09-14`, checked against the calendar."""

from __future__ import annotations

import calendar
import re
from datetime import date, datetime

_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
_DATE_AND_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ]\S.*")


def parse_published(value: object) -> str:
    """Check a publication date and write it as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as precise as it was given.

    Args:
        value: a string in one of these forms or an ISO 8601 date with time (`2023-09-14T07:12:00+02:00`; the day is
            kept as written, without a change of time zone), a `date` or `datetime`, or a year as an `int`.

    Raises:
        ValueError: when the value is none of these or names a day that does not exist; the message is the reason.
    """
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        raise ValueError(f"a date is a string such as 2023-09-14, not {type(value).__name__}")
    written = value.strip()
    try:
        if _DATE_AND_TIME.fullmatch(written):
            return datetime.fromisoformat(written).date().isoformat()
        if _DATE.fullmatch(written):
            _bounds(written)
            return written
    except ValueError as error:
        raise ValueError(f"{written!r} is not in the calendar ({error})") from error
    raise ValueError(f"{written!r} is no date of the form YYYY, YYYY-MM or YYYY-MM-DD")


def first_day(published: str) -> int:
    """The first day that a date covers, as the integer YYYYMMDD: `2023-09` gives 20230901.

    Args:
        published: a date as `parse_published` returns it.
    """
    return _as_integer(_bounds(published)[0])


def last_day(published: str) -> int:
    """The last day that a date covers, as the integer YYYYMMDD: `2023-09` gives 20230930.

    Args:
        published: a date as `parse_published` returns it.
    """
    return _as_integer(_bounds(published)[1])


def overlaps(published: str | None, date_from: str | None, date_to: str | None) -> bool:
    """Whether something published then may lie between the two bounds, both included; None is no bound.

    A month overlaps a bound inside it: `2023-09` may have been 20 September, so it is not before `2023-09-20`.
    Without a date only the unbounded range fits.
    """
    if published is None:
        return date_from is None and date_to is None
    if date_from is not None and last_day(published) < first_day(date_from):
        return False
    return date_to is None or first_day(published) <= last_day(date_to)


def _bounds(published: str) -> tuple[date, date]:
    """The first and the last day of a year, a month or a day."""
    numbers = [int(part) for part in published.split("-")]
    if len(numbers) == 1:
        return date(numbers[0], 1, 1), date(numbers[0], 12, 31)
    if len(numbers) == 2:
        first = date(numbers[0], numbers[1], 1)
        return first, first.replace(day=calendar.monthrange(*numbers)[1])
    day = date(numbers[0], numbers[1], numbers[2])
    return day, day


def _as_integer(day: date) -> int:
    """A day as YYYYMMDD, so that days compare as numbers."""
    return day.year * 10_000 + day.month * 100 + day.day
