from __future__ import annotations

import pytest

from train.questions.candidates import Candidate
from train.questions.counterparts import counterpart, value_of


@pytest.mark.parametrize(
    ("english", "german"),
    [
        ("1990", "1990"),
        ("25 February 1966", "25. Februar 1966"),
        ("April 5, 1990", "5. April 1990"),
        ("1,500", "1.500"),
        ("3.5", "3,5"),
        ("$3 million", "3 Millionen Dollar"),
        ("2 billion", "2 Milliarden"),
        ("two", "zwei"),
    ],
)
def test_same_value(english: str, german: str) -> None:
    assert value_of(english) == value_of(german) != ()


@pytest.mark.parametrize(
    ("english", "german"),
    [
        ("1990", "1991"),
        ("25 February 1966", "25. März 1966"),
        ("1,500", "1,5"),
        ("3 million", "3 Milliarden"),
        ("2", "3"),
    ],
)
def test_other_value(english: str, german: str) -> None:
    assert value_of(english) != value_of(german)


def _name(text: str, whole: str) -> Candidate:
    return Candidate("name", whole.index(text), whole.index(text) + len(text), 0, 0)


def test_finds_an_exonym() -> None:
    english, german = "It is in Munich.", "Es ist in München."
    assert counterpart(english, _name("Munich", english), german, [_name("München", german)]) == (10, 17)


def test_refuses_two_of_the_same() -> None:
    english, german = "In Munich.", "München und München"
    twice = [Candidate("name", 0, 7, 0, 0), Candidate("name", 12, 19, 0, 0)]
    assert counterpart(english, _name("Munich", english), german, twice) is None


def test_refuses_another_name() -> None:
    english, german = "In Munich.", "In Wien."
    assert counterpart(english, _name("Munich", english), german, [_name("Wien", german)]) is None
