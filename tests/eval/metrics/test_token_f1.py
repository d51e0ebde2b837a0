from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.metrics.token_f1 import token_f1

WORDS = st.lists(st.sampled_from(["kim", "putin", "traf", "5", "tonnen"]), max_size=6).map(" ".join)


@pytest.mark.parametrize(
    ("prediction", "answers", "expected"),
    [
        # one shared word of two and one: 2 * 1 / 3
        ("in Wladiwostok", ["Wladiwostok"], 2 / 3),
        # the article does not count
        ("die Pelmeni", ["Pelmeni"], 1),
        # "kim" twice is shared once: 2 * 1 / (2 + 1)
        ("Kim Kim", ["Kim"], 2 / 3),
        # the best of several answers
        ("fünf Stunden lang", ["drei Tage", "fünf Stunden"], 4 / 5),
        # order does not matter
        ("Putin und Kim", ["Kim und Putin"], 1),
        ("Moskau", ["Wladiwostok"], 0),
        ("", ["x"], 0),
        ("x", [], 0),
        ("der", ["die"], 0),
    ],
)
def test_hand_computed(prediction: str, answers: list[str], expected: float) -> None:
    assert token_f1(prediction, answers) == pytest.approx(expected)


@given(WORDS, st.lists(WORDS, max_size=3))
def test_range_symmetry_and_more_answers(prediction: str, answers: list[str]) -> None:
    found = token_f1(prediction, answers)
    assert 0 <= found <= 1
    assert token_f1(prediction, answers[::-1]) == found
    assert token_f1(prediction, [*answers, "kim"]) >= found
    if answers:
        assert token_f1(answers[0], [prediction]) == token_f1(prediction, answers[:1])


@given(WORDS.filter(bool), st.integers(1, 5))
def test_padding_never_helps(prediction: str, more: int) -> None:
    assert token_f1(f"{prediction} {'füllwort ' * more}", [prediction]) < token_f1(prediction, [prediction]) == 1
