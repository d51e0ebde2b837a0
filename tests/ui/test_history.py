from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from rag.models import Answer, Citation, Filters
from rag.question import MAX_CHARACTERS
from ui.history import MAX_STORED, MAX_TURNS, Failure, Turn, find_turn, load_turns, put_turn, store_turns


def test_a_conversation_survives_the_browser(
    make_answer: Callable[..., Answer], make_citation: Callable[..., Citation]
) -> None:
    answer = make_answer([make_citation(1, "Größe: 😀", highlight=(12, 14), also_in=["x"])])
    turns = [
        Turn(question="Größe?", filters=Filters(languages=("de",), date_from="2023"), answer=answer),
        Turn(question="Und?", failure=Failure(message="Nein.", remedy="Später.")),
        Turn(question="Offen?"),
    ]
    assert load_turns(json.loads(json.dumps(store_turns(turns)))) == turns


@pytest.mark.parametrize(
    "stored",
    [
        None,
        [],
        "nonsense",
        {"question": "x"},
        [{"question": "x", "id": "<script>"}],
        [{"question": "x", "answer": {"text": "of an older version"}}],
        [{"question": "x", "surprise": 1}],
        [{"question": "x" * (MAX_CHARACTERS + 1)}],
        [7],
    ],
)
def test_what_is_no_conversation_is_forgotten(stored: object) -> None:
    assert load_turns(stored) == []


def test_the_oldest_turns_go_first() -> None:
    turns = [Turn(question=str(number)) for number in range(MAX_TURNS + 5)]
    kept = [turn.question for turn in load_turns(store_turns(turns))]
    assert kept == [str(number) for number in range(5, MAX_TURNS + 5)]


def test_a_conversation_stays_small_enough_for_the_browser(
    make_answer: Callable[..., Answer], make_citation: Callable[..., Citation]
) -> None:
    answer = make_answer([make_citation(1, "ß" * (MAX_STORED // 5))])
    turns = [Turn(question=str(number), answer=answer) for number in range(4)]
    stored = store_turns(turns)
    assert [turn["question"] for turn in stored] == ["3"] or [turn["question"] for turn in stored] == ["2", "3"]
    assert len(json.dumps(stored, ensure_ascii=False)) <= MAX_STORED


def test_the_newest_turn_is_kept_whatever_its_size(
    make_answer: Callable[..., Answer], make_citation: Callable[..., Citation]
) -> None:
    turn = Turn(question="?", answer=make_answer([make_citation(1, "x" * MAX_STORED)]))
    assert load_turns(store_turns([Turn(question="old"), turn])) == [turn]


def test_a_turn_is_replaced_in_its_place() -> None:
    first, second = Turn(question="1"), Turn(question="2")
    again = first.model_copy(update={"failure": Failure(message="x")})
    assert put_turn([first, second], again) == [again, second]
    assert put_turn([first], second) == [first, second]
    full = [Turn(question=str(number)) for number in range(MAX_TURNS)]
    assert put_turn(full, first) == [*full[1:], first]
    assert find_turn([first, second], second.id) == second
    assert find_turn([first], "000000000000") is None
