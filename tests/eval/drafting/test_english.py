from __future__ import annotations

from collections.abc import Callable

import pytest

Ask = Callable[..., dict[str, tuple[str, ...]]]


@pytest.mark.parametrize(
    ("sentence", "question", "answer"),
    [
        (
            "President Paul Berger declared a state of emergency in ten provinces.",
            "Who declared a state of emergency in ten provinces?",
            "Paul Berger",
        ),
        (
            "The European Parliament had passed the text on March 13, 2024, with 523 votes.",
            "When did the European Parliament pass the text?",
            "March 13, 2024",
        ),
        (
            "In August 1999 a quake near Izmit destroyed the town.",
            "When did the quake near Izmit destroy the town?",
            "August 1999",
        ),
        (
            "The Metropolitan Police made 52 arrests.",
            "How many arrests did the Metropolitan Police make?",
            "52 arrests",
        ),
        (
            "About 2,000 people worked on the roof of Notre-Dame.",
            "How many people worked on the roof of Notre-Dame?",
            "2,000 people",
        ),
        (
            "The Key Bridge, which opened in March 1977, was 1.6 miles long and carried many cars.",
            "How long was the Key Bridge?",
            "1.6 miles",
        ),
        (
            "The bridge over the Tay cost 80 million pounds.",
            "How much did the bridge over the Tay cost?",
            "80 million pounds",
        ),
        (
            "Sweden bought two ferries from the Dundee shipyard.",
            "Which country bought two ferries from the Dundee shipyard?",
            "Sweden",
        ),
        (
            "Paul Berger, the head of the port authority of Husum, disagreed.",
            "Who is the head of the port authority of Husum?",
            "Paul Berger",
        ),
        (
            "“Our security is not regional, it is global,” Paul Berger added.",
            "Who said: “Our security is not regional, it is global”?",
            "Paul Berger",
        ),
        ("The two ministers met on Friday in Oslo.", "Where did the two ministers meet?", "Oslo"),
    ],
)
def test_sentences_yield_questions(ask: Ask, sentence: str, question: str, answer: str) -> None:
    found = ask(sentence, "en")
    assert question in found, list(found)
    assert found[question][0] == answer


@pytest.mark.parametrize(
    "sentence",
    [
        "On average 33 per cent of the networks failed in 2004.",
        "The ship called Vega was sold in May 2020.",  # the first verb is a participle
        "Both attempts failed.",
        "For the U.S. Pope Francis stayed away in May 2020.",
    ],
)
def test_what_is_not_understood_is_not_asked_about(ask: Ask, sentence: str) -> None:
    assert not any(question.startswith("When") for question in ask(sentence, "en"))
