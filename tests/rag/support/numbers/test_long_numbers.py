from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.models import Language
from index.readings.words import NUMBER_WORDS
from rag.support.numbers.long_numbers import digits_for_words

_GERMAN = {value: word for word, value in NUMBER_WORDS["de"].items()}
_ENGLISH = {value: word for word, value in NUMBER_WORDS["en"].items()}


@pytest.mark.parametrize(
    ("text", "language", "digits"),
    [
        ("einhundertsechzig Leute", "de", "160 Leute"),
        ("zweitausenddreihundertvierzig", "de", "2340"),
        ("eine halbe Million Euro", "de", "500000 Euro"),
        ("ein halbes Dutzend", "de", "6"),
        ("Klagen zweier Zeitungen", "de", "Klagen 2 Zeitungen"),
        ("one hundred and sixty", "en", "160"),
        ("two thousand three hundred and five", "en", "2305"),
        ("half a million", "en", "500000"),
        ("a dozen", "en", "12"),
        ("€6.4m", "en", "€6.4 million"),
        ("a 1.2-billion-shilling fine", "en", "a 1.2 billion-shilling fine"),
    ],
)
def test_long_numbers_become_digits(text: str, language: Language, digits: str) -> None:
    assert digits_for_words(text, language) == digits


@pytest.mark.parametrize(
    ("text", "language"),
    [("Hunderte kamen", "de"), ("ein Tausendsassa", "de"), ("zwei Millionen", "de"), ("a 6.4m wall", "en")],
)
def test_other_words_stay(text: str, language: Language) -> None:
    assert digits_for_words(text, language) == text


@given(st.integers(2, 9), st.integers(2, 99))
def test_every_number_below_a_thousand_is_read(hundreds: int, rest: int) -> None:
    value = str(100 * hundreds + rest)
    assert digits_for_words(f"{_GERMAN[hundreds]}hundert{_GERMAN[rest]}", "de") == value
    assert digits_for_words(f"{_ENGLISH[hundreds]} hundred and {_ENGLISH[rest]}", "en") == value
