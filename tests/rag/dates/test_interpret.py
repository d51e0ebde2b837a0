from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.dates import first_day, last_day, parse_published
from index.models import Language
from rag.dates import NOTHING, Interpretation, interpret
from rag.dates.words import COUNTS, MONTH_NUMBERS, SEASONS, WEEKDAY_NUMBERS

NOW = date(2023, 9, 20)
LANGUAGES = st.sampled_from(("de", "en"))
_TABLES = (MONTH_NUMBERS, WEEKDAY_NUMBERS, SEASONS, COUNTS)
_AROUND = """
0 1 3 13 29 31 99 999 1900 2000 2023 2024 2100 9999 2022/23 29.2. 31.6.2023 2023-02-30 14.09.2023 Q3 '23
seit vor nach bis ab von zwischen und since before after until by from to between and - of in im am on the
letzten vergangene last this past ago days weeks months years Tagen Wochen Monaten Jahren gestern yesterday
Anfang Mitte Ende early late mid end quarter Quartal half Halbjahr Artikel articles published zuletzt latest
"""
_WORDS = [*(word for table in _TABLES for words in table.values() for word in words), *_AROUND.split()]
EXPRESSIONS = st.lists(st.sampled_from(_WORDS), max_size=12).map(" ".join)
DAYS = st.dates()


@given(text=st.one_of(st.text(max_size=200), EXPRESSIONS), language=LANGUAGES, now=DAYS)
def test_any_text_on_any_day_gives_bounds_in_order_and_places_in_the_text(
    text: str, language: Language, now: date
) -> None:
    read = interpret(text, language, now)
    for period in read.periods:
        assert period.first is None or period.last is None or period.first <= period.last
        assert period.first is not None or period.last is not None
    bounds = [bound for bound in (read.date_from, read.date_to) if bound is not None]
    assert [parse_published(bound) for bound in bounds] == bounds
    if len(bounds) == 2:
        assert first_day(bounds[0]) <= last_day(bounds[1])
    assert all(0 <= start < end <= len(text) for start, end in read.spans)
    assert read.spans == sorted(read.spans)
    assert not read.demanded or read.periods


@given(text=EXPRESSIONS, language=LANGUAGES)
def test_reading_twice_reads_the_same(text: str, language: Language) -> None:
    assert interpret(text, language, NOW) == interpret(text, language, NOW)


@given(day=st.dates(min_value=date(1800, 1, 1), max_value=date(2099, 12, 31)), now=DAYS)
def test_a_written_day_is_read_back_on_any_day(day: date, now: date) -> None:
    for text in (f"Was geschah am {day.day}.{day.month}.{day.year}?", f"What happened on {day.isoformat()}?"):
        assert interpret(text, "de", now).periods[0].first == day
        assert interpret(text, "de", now).periods[0].last == day


def test_the_places_are_those_of_the_words() -> None:
    text = "Was sagte Kim seit Juni 2023, und was ist der aktuelle Stand?"
    read = interpret(text, "de", NOW)
    assert [text[start:end] for start, end in read.spans] == ["seit Juni 2023", "aktuelle"]


@pytest.mark.parametrize(
    ("text", "language"), [("What happened in September 2022?", "de"), ("Was geschah vergangene Woche?", "en")]
)
def test_a_question_in_the_other_language_than_stated_is_read_too(text: str, language: Language) -> None:
    assert interpret(text, language, NOW).periods


def test_what_is_not_in_the_calendar_is_no_day() -> None:
    assert interpret("Was geschah am 31.06.2023?", "de", NOW) == NOTHING
    # The month that is left is a time all the same.
    assert interpret("Was geschah am 29. Februar 2023?", "de", NOW).date_from == "2023-02"


def test_a_time_to_come_is_not_demanded() -> None:
    assert not interpret("Was geschah diese Woche?", "de", NOW).periods[0].first > NOW  # type: ignore[operator]
    assert interpret("Was geschah in der letzten Woche?", "de", NOW).demanded
    assert not interpret("Where will the 2028 Olympics be held?", "en", NOW).demanded


def test_slack_is_as_long_as_the_time_and_at_least_three_days() -> None:
    assert interpret("Was geschah gestern?", "de", NOW).slack == 3
    assert interpret("Was geschah vergangene Woche?", "de", NOW).slack == 7
    assert interpret("Was geschah vergangenen Monat?", "de", NOW).slack == 31
    assert interpret("Meldungen von gestern", "de", NOW).slack == 0


def test_two_times_are_kept_apart_and_shown_as_one() -> None:
    read = interpret("Was geschah im September 2022 und was im Juni 2023?", "de", NOW)
    assert [period.bounds() for period in read.periods] == [("2022-09", "2022-09"), ("2023-06", "2023-06")]
    assert (read.date_from, read.date_to) == ("2022-09", "2023-06")


def test_nothing_read_is_false_and_the_order_alone_is_not() -> None:
    assert not interpret("Was kostet das?", "de", NOW)
    read = interpret("Was kostete das zuletzt im Mai 2023?", "de", NOW)
    assert read.without_periods() == Interpretation(order="newest", order_place=read.order_place)
