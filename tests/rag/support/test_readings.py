"""Numbers, dates, names and opposites as they are read off a text."""

from __future__ import annotations

import pytest

from index.models import Language
from rag.support.antonyms import opposites
from rag.support.moments import moments, weekdays
from rag.support.names import names
from rag.support.quantities import quantities


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


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Der Hund sah das Haus.", "de", []),
        ("Herr Weber sah Anna Braun in Wien.", "de", ["Weber", "Anna Braun", "Wien"]),
        ("Yesterday he met Mr. Smith.", "en", ["Smith"]),
        ("We saw Tom's dog in May.", "en", ["Tom"]),
    ],
)
def test_names(text: str, language: Language, expected: list[str]) -> None:
    assert [name.text for name in names(text, language)] == expected


def test_opposites_go_both_ways_and_share_axes_across_languages() -> None:
    english, german = opposites("en"), opposites("de")
    assert english["rose"].opposite == "fell"
    assert english["fell"].opposite == "rose"
    assert (english["rose"].axis, english["rose"].side) == (german["gestiegen"].axis, german["gestiegen"].side)
    assert german["sieg"].opposite == "Niederlage"
    assert german["großen"].opposite == "kleinen"


def test_there_are_enough_opposites() -> None:
    assert all(len({meaning.axis for meaning in opposites(language).values()}) >= 60 for language in ("de", "en"))


def test_weekdays_are_no_parts_of_other_words() -> None:
    assert weekdays("Die Montage am Freitagabend", "de") == {4}
    assert weekdays("Mondays and Friday", "en") == {0, 4}
