from __future__ import annotations

from pathlib import Path

import pytest

from index.keywords import KeywordIndex, analyze, question_terms, write_keywords
from index.models import Language
from rag.retrieval.translation import UNTRANSLATED, keyword_terms, translated_terms

ARTICLES: dict[Language, list[str]] = {
    "de": [
        "Der Bürgermeister eröffnete am Montag die neue Brücke über den Fluss.",
        "Im Krankenhaus brach in der Nacht ein Feuer aus, Patienten wurden gerettet.",
        "Die Präsidentschaftswahl findet im Herbst statt, sagte die Regierung.",
        "Der Angriff traf einen Flughafen im Süden des Landes.",
        "Am Wochenende wird das Wetter besser.",
    ],
    "en": [
        "On Monday the mayor opened the new bridge across the river.",
        "A fire broke out at the hospital during the night and patients were rescued.",
        "The presidential election will be held in autumn, the government said.",
        "The attack hit an airport in the south of the country.",
        "The weather will improve at the weekend.",
    ],
}
QUESTIONS: dict[Language, list[str]] = {
    "de": [
        "Welche Brücke hat der Bürgermeister eingeweiht?",
        "Was ist im Krankenhaus in Brand geraten, gab es ein Feuer?",
        "Wann wird der Präsident gewählt, wann ist die Wahl?",
        "Welcher Flughafen wurde angegriffen?",
        "Wie wird das Wetter?",
    ],
    "en": [
        "Which bridge did the mayor inaugurate?",
        "Was there a fire in a hospital?",
        "When is the election of the president?",
        "Which airport was attacked?",
        "What will the weather be like?",
    ],
}


@pytest.mark.parametrize(("asked", "written"), [("de", "en"), ("en", "de")])
def test_questions_find_articles_by_translated_words(tmp_path: Path, asked: Language, written: Language) -> None:
    write_keywords(tmp_path / "keywords", [analyze(text, written) for text in ARTICLES[written]])
    index = KeywordIndex(tmp_path / "keywords", len(ARTICLES[written]))
    for row, question in enumerate(QUESTIONS[asked]):
        assert index.weighted_scores(keyword_terms(question, asked, written)).argmax() == row


@pytest.mark.parametrize("language", ["de", "en"])
def test_in_the_questions_own_language_nothing_is_translated(language: Language) -> None:
    for question in QUESTIONS[language]:
        assert keyword_terms(question, language, language) == question_terms(question, language, language)


def test_function_words_are_not_looked_for() -> None:
    terms = keyword_terms("Was ist die Brücke?", "de", "en")
    assert "=bridg" in terms
    assert not {"=die", "=was", "=ist", "_die"} & terms.keys()


def test_an_unknown_word_stands_for_itself_with_all_its_weight() -> None:
    assert translated_terms("xqzzvw", "de", "en")["=xqzzvw"] == 1.0
    assert translated_terms("brücke", "de", "en")["=brücke"] == pytest.approx(UNTRANSLATED)


def test_a_word_counts_once_however_many_translations_it_has() -> None:
    for word in ("feuer", "brücke", "hauptstadt", "xqzzvw"):
        stems = {term: weight for term, weight in translated_terms(word, "de", "en").items() if term[0] == "="}
        assert sum(stems.values()) == pytest.approx(1.0, abs=0.03)


def test_the_other_languages_endings_are_left_open() -> None:
    terms = translated_terms("hospital", "en", "de")
    assert "haus" in terms
    assert "aus_" not in terms


def test_names_and_numbers_are_looked_for_as_they_are() -> None:
    question = "Did Shoigu visit Munich on September 14, 2023?"
    marked = {term for term in question_terms(question, "en", "de") if term[0] in "~@#"}
    assert marked
    assert marked <= keyword_terms(question, "en", "de").keys()
