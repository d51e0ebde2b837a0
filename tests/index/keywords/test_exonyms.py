"""Things under their German and English names."""

from __future__ import annotations

import pytest

from index.keywords.analyzer import cased_words
from index.keywords.exonyms import exonym_terms
from index.models import Language


def terms(text: str, language: Language, cased: bool = True) -> list[str]:
    return exonym_terms(cased_words(text), language, cased)


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("Deutschland", "Germany"),
        ("München", "Munich"),
        ("Genf", "Geneva"),
        ("Den Haag", "The Hague"),
        ("Wien", "Vienna"),
        ("Peking", "Beijing"),
        ("Kiew", "Kyiv"),
        ("Charkow", "Kharkiv"),
        ("Lemberg", "Lviv"),
        ("Tiflis", "Tbilisi"),
        ("Weißrussland", "Belarus"),
        ("Dschingis Khan", "Genghis Khan"),
        ("Vereinigte Staaten", "United States"),
        ("USA", "US"),
        ("Vereinigtes Königreich", "United Kingdom"),
        ("Saudi-Arabien", "Saudi Arabia"),
        ("Elfenbeinküste", "Ivory Coast"),
        ("Schwarzes Meer", "Black Sea"),
        ("Karl der Große", "Charlemagne"),
        ("Papst Franziskus", "Pope Francis"),
        ("Europäische Zentralbank", "European Central Bank"),
        ("EZB", "ECB"),
        ("Internationaler Strafgerichtshof", "International Criminal Court"),
        ("Weißes Haus", "White House"),
        ("Zweiter Weltkrieg", "Second World War"),
        ("Kärnten", "Carinthia"),
        ("Schlesien", "Silesia"),
        ("Mailand", "Milan"),
        ("Nizza", "Nice"),
        ("Straßburg", "Strasbourg"),
    ],
)
def test_a_thing_has_one_term_under_both_names(german: str, english: str) -> None:
    assert terms(german, "de") == terms(english, "en")
    assert len(terms(german, "de")) == 1


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Deutschlands Kanzler", "@germany"),
        ("der Genfer Flughafen", "@geneva"),
        ("im Weißen Haus", "@white_hou"),
        ("der Vereinigten Staaten", "@unit_state"),
        ("nach Moskaus Angaben", "@moscow"),
        ("am Internationalen Strafgerichtshof", "@internat_crimin_court"),
    ],
)
def test_german_endings_do_not_matter(text: str, term: str) -> None:
    assert terms(text, "de") == [term]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("a nice island", "en"),
        ("cooked turkey for us", "en"),
        ("who fed it", "en"),
        ("Wein und Brot", "de"),
        ("der weiße Hausherr", "de"),
        ("vereinigte Kräfte", "de"),
        ("Bonn und Berlin", "de"),
        ("a white garden house", "en"),
    ],
)
def test_ordinary_words_are_no_names(text: str, language: Language) -> None:
    assert terms(text, language) == []


def test_the_longest_name_wins_and_parts_do_not_count_twice() -> None:
    assert terms("the Holy Roman Empire", "en") == ["@holi_roman_empir"]
    assert terms("Nordkorea und Südkorea", "de") == ["@north_korea", "@south_korea"]


def test_a_text_without_capitals_may_name_things() -> None:
    assert terms("wer regiert deutschland", "de") == []
    assert terms("wer regiert deutschland", "de", cased=False) == ["@germany"]


def test_an_acronym_is_found_in_capitals_only() -> None:
    assert terms("wants us to go", "en", cased=False) == []
    assert terms("the US wants to go", "en") == ["@US"] or terms("the US", "en") == terms("die USA", "de")


def test_kiev_and_kyiv_are_kiew_and_no_other_town() -> None:
    assert terms("Kiev", "en") == terms("Kyiv", "en") == terms("Kiew", "de") == terms("Kyjiw", "de")
    assert terms("Moldau", "de") != terms("Moldawien", "de")
