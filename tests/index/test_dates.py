from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.dates import first_day, last_day, overlaps, parse_published


@pytest.mark.parametrize(
    ("value", "published"),
    [
        ("2023", "2023"),
        ("2023-09", "2023-09"),
        ("2023-09-14", "2023-09-14"),
        (" 2023-09-14\n", "2023-09-14"),
        ("2024-02-29", "2024-02-29"),
        ("2023-09-14T23:30:00+02:00", "2023-09-14"),
        ("2023-09-14T23:30:00Z", "2023-09-14"),
        ("2023-09-14 07:12", "2023-09-14"),
        (2023, "2023"),
        (date(2023, 9, 14), "2023-09-14"),
        (datetime(2023, 9, 14, 23, 30, tzinfo=UTC), "2023-09-14"),
    ],
)
def test_accepts_dates_in_their_precision(value: object, published: str) -> None:
    assert parse_published(value) == published


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("2023-02-29", "day is out of range"),
        ("2023-13", "month must be in"),
        ("0000", "year 0"),
        ("2023-09-14T99:00", "hour must be in"),
        ("2023-9-14", "no date of the form"),
        ("20230914", "no date of the form"),
        ("14.09.2023", "no date of the form"),
        ("2023-09 07:12", "no date of the form"),
        ("２０２３", "no date of the form"),
        ("", "no date of the form"),
        (123, "no date of the form"),
        (True, "not bool"),
        (None, "not NoneType"),
        (20.5, "not float"),
    ],
)
def test_refuses_what_is_no_date_and_says_why(value: object, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        parse_published(value)


@pytest.mark.parametrize(
    ("published", "first", "last"),
    [
        ("2023", 20230101, 20231231),
        ("2023-09", 20230901, 20230930),
        ("2024-02", 20240201, 20240229),
        ("2023-09-14", 20230914, 20230914),
        ("0999", 9990101, 9991231),
    ],
)
def test_knows_the_days_a_date_covers(published: str, first: int, last: int) -> None:
    assert (first_day(published), last_day(published)) == (first, last)


@pytest.mark.parametrize(
    ("published", "date_from", "date_to", "fits"),
    [
        ("2023-09", "2023-09-20", None, True),
        ("2023-09", None, "2023-09-01", True),
        ("2023-09", "2023-10", None, False),
        ("2023-09", None, "2023-08-31", False),
        ("2023", "2023-06", "2023-07", True),
        ("2023-09-14", "2023-09", "2023-09", True),
        ("2023-09-14", "2023-09-15", None, False),
        ("2023-09-14", "2022", "2024", True),
        (None, None, None, True),
        (None, "2023", None, False),
        (None, None, "2023", False),
    ],
)
def test_overlaps(published: str | None, date_from: str | None, date_to: str | None, fits: bool) -> None:
    assert overlaps(published, date_from, date_to) is fits


@given(st.dates())
def test_a_day_survives_and_lies_inside_its_month_and_year(day: date) -> None:
    written = parse_published(day)
    assert parse_published(written) == written
    assert first_day(written) == last_day(written) == int(written.replace("-", ""))
    for coarser in (written[:4], written[:7]):
        assert parse_published(coarser) == coarser
        assert first_day(coarser) <= first_day(written) <= last_day(coarser)
        assert overlaps(coarser, written, written)


@given(st.dates(), st.dates())
def test_days_compare_as_numbers(one: date, other: date) -> None:
    assert (first_day(one.isoformat()) < first_day(other.isoformat())) == (one < other)
