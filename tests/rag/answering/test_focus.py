from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.answering.focus import focus


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("Welches Kriegsschiff war im Hafen?", "Kriegsschiff"),
        ("Welchen Preis zahlte die Stadt?", "Preis zahlte"),
        ("In welcher Stadt wurde der Kran gebaut?", "Stadt"),
        ("Wie viele Container hat Nordkorea geschickt?", "Container"),
        ("Wieviel Benzin wurde geliefert?", "Benzin"),
        ("Was für ein Schiff war das?", "Schiff"),
        ("Which Russian warship did he visit?", "Russian warship"),
        ("How many containers were shipped?", "containers"),
        ("how much fuel did Belarus deliver?", "fuel"),
        ("What percentage of the people voted?", "percentage"),
        ("WHICH CITY IS IT?", "CITY"),
        # at most three words
        ("Which old swing bridge repair company won?", "old swing bridge"),
    ],
)
def test_the_thing_asked_for_is_named_behind_the_asking_word(question: str, named: str) -> None:
    found = focus(question)
    assert found is not None
    start, end = found
    assert question[start:end].startswith(named)
    assert len(question[start:end].split()) <= 3


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("Wie viele der Container kamen an?", None),
        ("Welche ist die längste?", None),
        ("What did he say?", None),
        ("Which of the bridges closed?", None),
        ("Who won?", None),
        ("Wann war das?", None),
        ("Wer kam?", None),
        ("What", None),
        ("", None),
        # a word that only begins like one
        ("Whatsoever ship it was", None),
        ("Welch ein Tag", None),
    ],
)
def test_where_nothing_is_named_there_is_no_focus(question: str, named: None) -> None:
    assert focus(question) is named


WORDS = "which what how many much welche wie viele was für ein eine Schiff ship der of ? , ' \n 😀 3,5"


@given(question=st.one_of(st.text(), st.lists(st.sampled_from(WORDS.split(" "))).map(" ".join)))
def test_the_focus_is_a_piece_of_the_question(question: str) -> None:
    found = focus(question)
    if found is not None:
        start, end = found
        assert 0 < start < end <= len(question)
        assert any(character.isalnum() or character in "_'’-" for character in question[start:end])
