from __future__ import annotations

import pytest

from index.models import Language
from rag.support.numbers.measures import amount, single_amounts


@pytest.mark.parametrize(
    ("one", "other"),
    [((2, "week"), (14, "day")), ((4, "h"), (240, "min")), ((1, "m"), (100, "cm")), ((2, "decade"), (20, "year"))],
)
def test_equal_amounts_in_two_units_are_one(one: tuple[float, str], other: tuple[float, str]) -> None:
    assert amount(*one) == amount(*other) is not None


def test_kinds_are_kept_apart_and_money_has_none() -> None:
    assert amount(1, "kg") != amount(1, "km")
    assert amount(5, "euro") is None
    assert amount(5, None) is None


@pytest.mark.parametrize(
    ("text", "language", "minutes"),
    [
        ("half an hour", "en", 30),
        ("within the hour", "en", 60),
        ("binnen einer Stunde", "de", 60),
        ("halben Stunde", "de", 30),
    ],
)
def test_a_unit_without_a_number_is_one_or_a_half(text: str, language: Language, minutes: int) -> None:
    assert single_amounts(text, language) == [amount(minutes, "min")]


def test_a_unit_behind_a_number_is_left_to_it() -> None:
    assert single_amounts("zwei Stunden, 3 hours", "de") == []
