from __future__ import annotations

from collections.abc import Callable

import pytest

Ask = Callable[..., dict[str, tuple[str, ...]]]


@pytest.mark.parametrize(
    ("sentence", "question", "answer"),
    [
        (
            "Präsident Paul Berger unterzeichnete am Montag das Gesetz über die Häfen.",
            "Wer unterzeichnete das Gesetz über die Häfen?",
            "Paul Berger",
        ),
        (
            "Am 5. Mai 2023 eröffnete Berger die neue Brücke in Husum.",
            "Wann eröffnete Berger die neue Brücke in Husum?",
            "5. Mai 2023",
        ),
        (
            "Die KI-Verordnung der Europäischen Union ist am 1. August 2024 in Kraft getreten.",
            "Wann ist die KI-Verordnung der Europäischen Union in Kraft getreten?",
            "1. August 2024",
        ),
        ("Rund 1.500 Gäste kamen zur Feier nach Husum.", "Wie viele Gäste kamen zur Feier nach Husum?", "1.500 Gäste"),
        (
            "Norwegen lieferte drei Motoren nach Flensburg.",
            "Welches Land lieferte drei Motoren nach Flensburg?",
            "Norwegen",
        ),
        (
            "Norwegen lieferte drei Motoren nach Flensburg.",
            "Wie viele Motoren lieferte Norwegen nach Flensburg?",
            "drei Motoren",
        ),
        (
            "Das Deutschlandticket kostet 49 Euro im Monat.",
            "Wie viel kostet das Deutschlandticket im Monat?",
            "49 Euro",
        ),
        ("Der Streik der Fluglotsen dauerte drei Tage.", "Wie lange dauerte der Streik der Fluglotsen?", "drei Tage"),
        (
            "In Berlin feierten Tausende das Ende der Kernkraft.",
            "Wo feierten Tausende das Ende der Kernkraft?",
            "Berlin",
        ),
        (
            "Paul Berger, der Leiter des Hafenamts von Husum, widersprach.",
            "Wer ist der Leiter des Hafenamts von Husum?",
            "Paul Berger",
        ),
        (
            "Am Neujahrstag reiste Ministerin Anna Holm nach Kiew.",
            "Wer reiste am Neujahrstag nach Kiew?",
            "Anna Holm",
        ),
        (
            "„Wir werden diese Werft nicht aufgeben“, sagte Präsident Paul Berger am Montag in Kiel.",
            "Wer sagte: „Wir werden diese Werft nicht aufgeben“?",
            "Paul Berger",
        ),
    ],
)
def test_sentences_yield_questions(ask: Ask, sentence: str, question: str, answer: str) -> None:
    found = ask(sentence)
    assert question in found, list(found)
    assert found[question][0] == answer


def test_a_surname_and_digits_are_answers_too(ask: Ask) -> None:
    (answers,) = ask("Präsident Paul Berger unterzeichnete das Gesetz über die Häfen.").values()
    assert answers == ("Paul Berger", "Berger")
    assert ask("Norwegen lieferte drei Motoren nach Flensburg.")[
        "Wie viele Motoren lieferte Norwegen nach Flensburg?"
    ] == (
        "drei Motoren",
        "drei",
        "3 Motoren",
        "3",
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Den Antrag hatte Stockholm im Mai 2022 gestellt.",  # an object stands first
        "Wer traf Berger im Mai 2023?",
        "Schweden ist am 7. März 2024 als 32.",  # the splitter has cut an ordinal
        "Am 5. Mai 2023 hatte ihn Berger empfangen.",  # nobody knows who "ihn" is; and the object comes first
        "Nach Angaben (der Polizei) kamen am 5. Mai 2023 viele.",
    ],
)
def test_what_is_not_understood_is_not_asked_about(ask: Ask, sentence: str) -> None:
    assert not any(question.startswith("Wann") for question in ask(sentence))
