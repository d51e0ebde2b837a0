"""Numbers and dates as they are read off a text."""

from __future__ import annotations

import pytest

from index.models import Language
from index.readings import moments, quantities
from index.readings.moments import weekdays


@pytest.mark.parametrize(
    ("text", "language", "keys"),
    [
        ("zwei Millionen Euro", "de", ["2000000"]),
        ("eine Million Euro", "de", ["1000000"]),
        ("dreihundert Leute", "de", ["300"]),
        ("fünfundzwanzig Jahre", "de", ["25"]),
        ("um 20.30 Uhr", "de", ["20:30"]),
        ("twenty-five years", "en", ["25"]),
        ("COVID-19 and F16", "en", []),
        ("$3.5 billion", "en", ["3500000000"]),
    ],
)
def test_quantities(text: str, language: Language, keys: list[str]) -> None:
    assert [quantity.key for quantity in quantities(text, language)] == keys


@pytest.mark.parametrize(
    ("text", "language", "dates"),
    [
        ("am 3.5.2021", "de", [(2021, 5, 3)]),
        ("am 3. Mai", "de", [(0, 5, 3)]),
        ("on May 5th, 2010", "en", [(2010, 5, 5)]),
        ("you may march", "en", []),
        ("on 31 June 2020", "en", []),
        ("1.500 Euro", "de", []),
    ],
)
def test_moments(text: str, language: Language, dates: list[tuple[int, int, int]]) -> None:
    assert [(m.year, m.month, m.day) for m in moments(text, language)] == dates


def test_weekdays_are_no_parts_of_other_words() -> None:
    assert weekdays("Die Montage am Freitagabend", "de") == {4}
    assert weekdays("Mondays and Friday", "en") == {0, 4}


def test_letters_that_grow_in_lower_case_leave_places_right() -> None:
    text = "İzmir and FIVE ships, 3 lost"
    assert [text[q.start : q.end] for q in quantities(text, "en")] == ["FIVE", "3"]
