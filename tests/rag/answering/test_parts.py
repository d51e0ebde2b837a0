from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.answering.parts import parts_of
from rag.question import read_question


def _parts(text: str) -> list[str]:
    return [part.text for part in parts_of(read_question(text, "auto", {"now": "2024-05-01"}))]


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        (
            "Wer leitet den Hafen, und wie viele Schiffe legten dort an?",
            ["Wer leitet den Hafen?", "Wie viele Schiffe legten dort an (Hafen)?"],
        ),
        (
            "Who met Anke Petersen in 2019, and did she agree to a deal?",
            ["Who met Anke Petersen in 2019?", "Did she agree to a deal (Anke Petersen)?"],
        ),
        (
            "Wann wurde der Kran gebaut und was kostete der neue Deich?",
            ["Wann wurde der Kran gebaut?", "Was kostete der neue Deich?"],
        ),
        ("When and where does the fair open?", ["When does the fair open?", "Where does the fair open?"]),
        ("Wann und mit wem sprach Anke?", ["Wann sprach Anke?", "Mit wem sprach Anke?"]),
        (
            "Wie lang sind die Schiffe Ever Given und Dali?",
            ["Wie lang sind die Schiffe Ever Given?", "Wie lang sind die Dali?"],
        ),
        (
            "From which launch sites did Luna-25 and the Chandrayaan 3 set off?",
            ["From which launch sites did Luna-25 set off?", "From which launch sites did Chandrayaan 3 set off?"],
        ),
        (
            "Aus welchen Häfen liefen Anke und Berta aus?",
            ["Aus welchen Häfen liefen Anke aus?", "Aus welchen Häfen liefen Berta aus?"],
        ),
    ],
)
def test_a_question_for_two_things_is_two_questions(question: str, parts: list[str]) -> None:
    assert _parts(question) == parts


@pytest.mark.parametrize(
    "question",
    [
        "Wer sind Kim und Putin?",
        "How did prices and wages develop?",
        "Was sagte er, als er kam und ging?",
        "Brot und was?",
        "Which minister resigned and left the country?",
        "Wie viele Menschen leben in Emden und Leer?",
        "Wie verlief das Treffen von Kim und Putin?",
        "Which country do Kim and Putin want to help?",
        "Where did Kim and Putin meet?",
        "Wie lange waren Kim und Putin in Emden?",
        "Wie nah sind Kim und Putin einander gekommen?",
        "Wie gut sind die Beziehungen zwischen Kim und Putin?",
        "Von welchen Folgen sprach er bei den Ausfällen und Verspätungen?",
        "Mit welchen Worten lobte er das Jahr, in dem Kim und Putin siegten?",
    ],
)
def test_other_questions_stay_whole(question: str) -> None:
    assert _parts(question) == [question]


def test_a_month_is_no_name_that_a_pronoun_may_stand_for() -> None:
    first, second = _parts("Was schenkte Kim im September 2023 dem Gast, und was gab er ihm im Juni 2024?")
    assert "September" in first
    assert "September" not in second
    assert "Kim" in second


def test_each_half_has_the_times_that_it_names_itself() -> None:
    question = read_question("Wer kam im Mai 2022, und wer ging im Juni 2023?", "de", {"now": "2024-05-01"})
    first, second = parts_of(question)
    assert [p.dates.periods for p in (first, second)] != [question.dates.periods] * 2
    assert first.dates.periods != second.dates.periods


def test_times_given_as_filters_are_not_read_from_the_halves() -> None:
    filters = {"now": "2024-05-01", "date_from": "2021"}
    question = read_question("Wer kam im Mai 2022, und wer ging im Juni 2023?", "de", filters)
    assert [part.dates.periods for part in parts_of(question)] == [(), ()]


@given(st.text(min_size=1, max_size=120).filter(str.strip))
def test_any_question_has_one_or_two_parts(text: str) -> None:
    question = read_question(text, "de", {"now": "2024-05-01"})
    parts = parts_of(question)
    assert len(parts) in (1, 2)
    assert all(part.text for part in parts)
