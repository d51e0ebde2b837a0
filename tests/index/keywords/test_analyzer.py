from __future__ import annotations

import threading
import unicodedata
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.keywords.analyzer import analyze, fold, grams, stem, words
from index.keywords.question import kind_of


def test_words_are_lower_case_without_marks() -> None:
    assert words("Der „Hafenkran“, 60.000 kg (neu)!") == ["der", "hafenkran", "60", "000", "kg", "neu"]
    assert words("– … !") == []


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("pjöngjang", "pjongjang"),
        ("straße", "strasse"),
        ("größe", "grosse"),
        ("café", "cafe"),
        ("kraków", "krakow"),
        ("łódź", "lodz"),
        ("ærø", "aero"),
        ("wladiwostok", "wladiwostok"),
    ],
)
def test_folding_takes_accents_and_umlauts_off(word: str, folded: str) -> None:
    assert fold(word) == folded


def test_folding_does_not_care_how_an_accent_is_encoded() -> None:
    assert fold(unicodedata.normalize("NFD", "pjöngjang")) == fold("pjöngjang")


@pytest.mark.parametrize(
    ("word", "language", "stemmed"),
    [("kräne", "de", "kran"), ("putins", "de", "putin"), ("bridges", "en", "bridg"), ("visited", "en", "visit")],
)
def test_stems_are_those_of_snowball(word: str, language: str, stemmed: str) -> None:
    assert stem(word, "de" if language == "de" else "en") == stemmed


@pytest.mark.parametrize(
    ("word", "expected"),
    [("a", ["_a_"]), ("ab", ["_ab_"]), ("abc", ["_abc", "abc_"]), ("kran", ["_kra", "kran", "ran_"])],
)
def test_grams_are_four_characters_with_the_boundaries_marked(word: str, expected: list[str]) -> None:
    assert grams(word) == expected


def test_a_word_gives_its_grams_and_its_stem() -> None:
    assert analyze("kräne", "de") == ["_kra", "kran", "rane", "ane_", "=kran"]
    assert analyze("kran kran", "de") == ["_kra", "kran", "ran_", "=kran"] * 2


def test_names_and_numbers_follow_the_words() -> None:
    terms = analyze("Putin flog am 14.9.2023 nach Peking", "de")
    assert [term for term in terms if term[0] in "~@#"] == [
        "~putin",
        "~peking",
        "@beijing",
        "#2023",
        "#2023-09",
        "#2023-09-14",
        "#-09",
        "#-09-14",
    ]


def test_a_stem_is_kept_apart_from_a_gram() -> None:
    assert "=kran" in analyze("kran", "de")
    assert [term for term in analyze("kran", "de") if term == "kran"] == ["kran"]


def test_a_compound_shares_grams_with_its_end() -> None:
    shared = set(analyze("hafenkran", "de")) & set(analyze("kran", "de"))
    assert shared == {"kran", "ran_"}


def test_case_does_not_matter() -> None:
    for word in ("husum", "hafenkran"):
        small = Counter(analyze(word, "de"))
        assert small <= Counter(analyze(word.upper(), "de"))
        assert all(term[0] == "~" for term in Counter(analyze(word.upper(), "de")) - small)


def test_threads_share_a_stemmer_without_mixing_words_up() -> None:
    text = "Hafenkräne verschiedener Häfen wurden eingeweiht und besichtigt " * 20
    expected = analyze(text, "de")
    wrong: list[list[str]] = []

    def work() -> None:
        for _ in range(20):
            terms = analyze(text, "de")
            if terms != expected:
                wrong.append(terms)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


@given(st.text())
def test_any_text_gives_terms_without_accents_or_white_space(text: str) -> None:
    for term in analyze(text, "de"):
        assert term
        assert not any(character.isspace() for character in term)
        if kind_of(term) == "gram":
            assert len(term) <= 4
