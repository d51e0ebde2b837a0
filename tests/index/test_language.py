from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language import detect_language, german_score

GERMAN = [
    "Wer ist Kim?",
    "Wo ist Washington?",
    "Was ist Vinyl?",
    "Putin Kim Treffen",
    "Munition Ukraine",
    "Gegenbesuch",
    "Ölpreis",
    "Wo fand das Java-Meeting statt?",
    "Welche Position hatte Roberts im Football-Team?",
    "was bedeutet scientology",
    "Will die Ukraine verhandeln?",
    "NORDKOREA TESTET RAKETE",
    "Wie heisst der Chef von Apple?",
    "Wann war der Gipfel in Wostotschny?",
]
ENGLISH = [
    "Who is Kim?",
    "How did Newton die?",
    "Who is Gerhard Schröder?",
    "When did von Steven die?",
    "Putin Kim meeting",
    "ammunition Ukraine",
    "Was Kim in Russia?",
    "Will the Fed raise rates?",
    "oil price",
    "NORTH KOREA TESTS MISSILE",
    "What did the Bundestag decide?",
    "Who visited the Vostochny Cosmodrome?",
]


@pytest.mark.parametrize("text", GERMAN)
def test_german_questions(text: str) -> None:
    assert detect_language(text, default="en") == "de"


@pytest.mark.parametrize("text", ENGLISH)
def test_english_questions(text: str) -> None:
    assert detect_language(text, default="de") == "en"


@pytest.mark.parametrize("text", ["", " ", "2023", "???", "Москва", "習近平", "Brexit?", "\ud800"])
def test_without_evidence_the_default_holds(text: str) -> None:
    assert detect_language(text, default="de") == "de"
    assert detect_language(text, default="en") == "en"
    assert detect_language(text) == "en"


def test_function_words_outweigh_the_letters_of_names() -> None:
    assert german_score("Washington") < 0 < german_score("Wo ist Washington?")


def test_case_is_kept_because_capitals_inside_mark_names() -> None:
    assert abs(german_score("über Washington")) != abs(german_score("über washington"))


def test_an_article_is_judged_by_its_opening() -> None:
    german = "Der Präsident sprach am Montag mit der Kanzlerin über die Lage im Land. " * 100
    assert detect_language(german + "The president spoke to the press and left the building. " * 100) == "de"


def test_decomposed_umlauts_count() -> None:
    for text in GERMAN:
        assert german_score(normalize("NFD", text)) == german_score(text)


def test_threads_agree() -> None:
    texts = (GERMAN + ENGLISH) * 20
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(german_score, texts)) == [german_score(text) for text in texts]


@given(st.text())
def test_never_raises_and_never_changes_its_mind(text: str) -> None:
    assert detect_language(text) == detect_language(text)
