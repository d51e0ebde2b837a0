"""Numbers and dates under one term in all notations."""

from __future__ import annotations

import pytest

from index.keywords.number_terms import number_terms
from index.models import Language


@pytest.mark.parametrize(
    ("text", "language", "term"),
    [
        ("60.000 Soldaten", "de", "#60000"),
        ("60 000 Soldaten", "de", "#60000"),
        ("60\u202f000 Soldaten", "de", "#60000"),
        ("60 Tsd. Soldaten", "de", "#60000"),
        ("60 Tausend Soldaten", "de", "#60000"),
        ("60,000 troops", "en", "#60000"),
        ("60 000 troops", "en", "#60000"),
        ("60 thousand troops", "en", "#60000"),
        ("3,5 Prozent", "de", "#3.5"),
        ("3,5 %", "de", "#3.5"),
        ("3.5 percent", "en", "#3.5"),
        ("1,5 Mio. Euro", "de", "#1500000"),
        ("1.5 million euros", "en", "#1500000"),
        ("2 Mrd. Euro", "de", "#2000000000"),
        ("$2bn", "en", "#2000000000"),
        ("drei Männer", "de", "#3"),
        ("three men", "en", "#3"),
        ("fünfundzwanzig Jahre", "de", "#25"),
        ("TWENTY-FIVE years", "en", "#25"),
    ],
)
def test_a_number_is_one_term(text: str, language: Language, term: str) -> None:
    assert number_terms(text, language) == [term]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("am 14. September 2023", "de"),
        ("am 14.09.2023", "de"),
        ("am 14.9.2023", "de"),
        ("on September 14, 2023", "en"),
        ("on 14 September 2023", "en"),
        ("on September 14th, 2023", "en"),
        ("2023-09-14", "en"),
    ],
)
def test_a_day_is_found_by_itself_its_month_and_its_year(text: str, language: Language) -> None:
    assert set(number_terms(text, language)) == {"#2023-09-14", "#2023-09", "#2023", "#-09", "#-09-14"}


def test_a_month_and_a_year_are_parts_of_a_day() -> None:
    day = set(number_terms("am 14. September 2023", "de"))
    assert set(number_terms("in September 2023", "en")) < day
    assert set(number_terms("im Jahr 2023", "de")) < day
    assert set(number_terms("on 14 September", "en")) < day
    assert not set(number_terms("im Oktober 2022", "de")) & day


def test_a_point_groups_in_german_and_divides_in_english() -> None:
    assert number_terms("1.500 Euro", "de") == ["#1500"]
    assert number_terms("1.500 metres", "en") == ["#1.5"]


def test_one_and_nothing_say_nothing() -> None:
    assert number_terms("1 Mann, 0 Tore, ein Haus", "de") == []
