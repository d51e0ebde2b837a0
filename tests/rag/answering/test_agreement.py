from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from index.models import Article, Language
from rag.answering.agreement import agree, differ
from rag.answering.selected import Selected
from rag.answering.target import Target, make_target
from rag.question import read_question

MakeSelected = Callable[..., Selected]

HOW_MUCH = "Wie viel Kilogramm hebt der neue Hafenkran in Husum?"
WHEN = "Wann wurde der Kran in Husum eingeweiht?"
WHO = "Wer weihte den Kran in Husum ein?"


def _target(question: str, language: Language = "de") -> Target:
    return make_target(read_question(question, language, {}), np.zeros(4, dtype=np.float32), [], lambda _: 1.0)


@pytest.fixture
def said(make_selected: MakeSelected) -> Callable[..., Selected]:
    """A sentence with its answer, as an article of its own has it."""

    def make(text: str, answer: str | None, language: Language = "de", identifier: str | None = None) -> Selected:
        article = Article(id=identifier or text, title="Titel", text=text, language=language)
        return make_selected(article, text, highlight=answer)

    return make


Said = Callable[..., Selected]


def test_the_same_figure_in_two_languages_agrees(said: Said) -> None:
    german = said("Der Hafenkran in Husum hebt 60.000 Kilogramm.", "60.000 Kilogramm")
    english = said("The harbour crane in Husum lifts 60,000 kilograms.", "60,000 kilograms", "en")
    for question, language in ((HOW_MUCH, "de"), ("How many kilograms does the crane in Husum lift?", "en")):
        target = _target(question, language)  # type: ignore[arg-type]
        for one, other in ((german, english), (english, german)):
            assert agree(target, one, other)
            assert not differ(target, one, other)


def test_the_same_date_written_in_two_ways_agrees(said: Said) -> None:
    german = said("Der Kran in Husum wurde am 14. September 2023 eingeweiht.", "14. September 2023")
    english = said("The crane in Husum was opened on September 14, 2023.", "September 14, 2023", "en")
    assert agree(_target(WHEN), german, english)


def test_an_article_does_not_confirm_itself(said: Said) -> None:
    one = said("Der Kran hebt 60.000 Kilogramm.", "60.000 Kilogramm", identifier="a")
    other = said("60.000 Kilogramm hebt der Kran.", "60.000 Kilogramm", identifier="a")
    more = said("Der Kran hebt 61.000 Kilogramm.", "61.000 Kilogramm", identifier="a")
    assert not agree(_target(HOW_MUCH), one, other)
    assert not differ(_target(HOW_MUCH), one, more)


def test_the_same_figure_about_something_else_does_not_confirm(said: Said) -> None:
    one = said("Der Hafenkran in Husum hebt 60.000 Kilogramm.", "60.000 Kilogramm")
    other = said("Die Bäckerei in Aachen verkaufte letztes Jahr 60.000 Kilogramm Brot.", "60.000 Kilogramm")
    assert not agree(_target(HOW_MUCH), one, other)
    assert not agree(_target(HOW_MUCH), other, one)
    assert not differ(_target(HOW_MUCH), one, other)


def test_different_figures_for_the_same_thing_differ(said: Said) -> None:
    eleven = said("Bei dem Brand in Emden sind elf Menschen verletzt worden.", "elf Menschen")
    twelve = said("Bei dem Brand in Emden sind zwölf Menschen verletzt worden.", "zwölf Menschen")
    english = said("Twelve people have been injured in the fire in Emden.", "Twelve people", "en")
    target = _target("Wie viele Menschen wurden bei dem Brand in Emden verletzt?")
    assert differ(target, eleven, twelve)
    assert differ(target, twelve, eleven)
    assert differ(target, eleven, english)
    assert not differ(target, twelve, english)
    assert not agree(target, eleven, twelve)


def test_different_dates_for_the_same_thing_differ(said: Said) -> None:
    one = said("Der Kran in Husum wurde am 14. September 2023 eingeweiht.", "14. September 2023")
    other = said("Der Kran in Husum wurde am 15. September 2023 eingeweiht.", "15. September 2023")
    assert differ(_target(WHEN), one, other)
    assert not agree(_target(WHEN), one, other)


@pytest.mark.parametrize("precise", ["14. September", "September 2023", "2023"])
def test_a_less_precise_date_does_not_differ(said: Said, precise: str) -> None:
    one = said("Der Kran in Husum wurde am 14. September 2023 eingeweiht.", "14. September 2023")
    preposition = "am" if precise.startswith("14") else "im"
    other = said(f"Der Kran in Husum wurde {preposition} {precise} eingeweiht.", precise)
    assert not differ(_target(WHEN), one, other)
    assert not differ(_target(WHEN), other, one)


def test_a_date_does_not_differ_from_an_hour(said: Said) -> None:
    one = said("Der Kran in Husum wurde am 14. September eingeweiht.", "14. September")
    other = said("Der Kran in Husum wurde um 10 Uhr eingeweiht.", "10 Uhr")
    assert not differ(_target(WHEN), one, other)
    assert not agree(_target(WHEN), one, other)


def test_different_things_neither_agree_nor_differ(said: Said) -> None:
    one = said("Der Hafenkran in Husum hebt 60.000 Kilogramm.", "60.000 Kilogramm")
    other = said("Die Oper in Mailand hat 2.030 Plätze.", "2.030 Plätze")
    assert not agree(_target(HOW_MUCH), one, other)
    assert not differ(_target(HOW_MUCH), one, other)


def test_where_no_figure_is_asked_for_the_words_agree_and_nothing_differs(said: Said) -> None:
    german = said("Anke Petersen weihte den Kran in Husum ein.", "Anke Petersen")
    english = said("Anke Petersen opened the crane in Husum.", "Anke Petersen", "en")
    stranger = said("Jens Hansen weihte den Kran in Husum ein.", "Jens Hansen")
    target = _target(WHO)
    assert agree(target, german, english)
    assert not agree(target, german, stranger)
    assert not differ(target, german, stranger)


def test_answers_without_figures_do_not_differ(said: Said) -> None:
    one = said("Der Kran in Husum hebt viele Kilogramm.", "viele Kilogramm")
    other = said("Der Kran in Husum hebt 60.000 Kilogramm.", "60.000 Kilogramm")
    assert not differ(_target(HOW_MUCH), one, other)
    assert not differ(_target(HOW_MUCH), other, one)
    assert not agree(_target(HOW_MUCH), one, one)
