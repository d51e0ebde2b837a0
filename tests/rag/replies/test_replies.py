from __future__ import annotations

import pytest

from rag import Answer, Fundstelle
from rag.replies.texts import REPLIES


def _asked(archive: Fundstelle, text: str, **options: str) -> Answer:
    return archive.ask(text, **options)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "reply", "language"),
    [
        ("Hallo!", "greeting", "de"),
        ("Thanks!", "thanks", "en"),
        ("Wer bist du?", "about", "de"),
        ("Кто вы?", "other_language", "en"),
        ("asdfgh", "unclear", "en"),
        ("", "empty", "en"),
        ("  \u200b ", "empty", "en"),
    ],
)
def test_a_short_reply_carries_nothing_else(facts: Fundstelle, text: str, reply: str, language: str) -> None:
    answer = _asked(facts, text)
    assert (answer.reply, answer.language, answer.status) == (reply, language, "not_in_corpus")
    assert not answer.citations
    assert not answer.nearest
    assert not answer.sentences
    assert answer.confidence == 0.0
    assert answer.rewritten is None
    assert answer.question == text
    assert "[" not in answer.text
    assert answer.index == facts.info()


def test_a_reply_is_in_both_languages_where_that_cannot_be_told(facts: Fundstelle) -> None:
    text = _asked(facts, "Hi").text
    assert REPLIES["de"].greeting in text
    assert REPLIES["en"].greeting in text


def test_a_reply_is_in_the_language_that_is_stated(facts: Fundstelle) -> None:
    answer = _asked(facts, "Hello", language="de")
    assert answer.text == REPLIES["de"].greeting
    assert answer.language == "de"


def test_the_numbers_of_the_archive_are_true(facts: Fundstelle) -> None:
    german = _asked(facts, "Wie viele Artikel hast du?").text
    assert "10 Artikel, davon 6 auf Deutsch und 4 auf Englisch" in german
    assert "4 Quellen: Harbour Post, Küstenbote, Nordagentur, Tagblatt" in german
    assert "Der älteste ist von 2023-09" in german
    assert "How" not in german
    english = _asked(facts, "How recent are your articles?").text
    assert "newest from 2024" in english


def test_every_reply_has_a_text_of_its_own_in_each_language() -> None:
    for language, other in (("de", "en"), ("en", "de")):
        for name, text in vars(REPLIES[language]).items():  # type: ignore[index]
            assert text.strip()
            assert text != getattr(REPLIES[other], name)  # type: ignore[index]


def test_a_greeting_before_a_question_does_not_change_the_answer(facts: Fundstelle) -> None:
    question = "Wie viel Kilogramm hebt der neue Hafenkran in Husum?"
    greeted = _asked(facts, f"Hallo, {question[0].lower()}{question[1:]}")
    assert greeted.rewritten == question
    assert greeted.text == _asked(facts, question).text
