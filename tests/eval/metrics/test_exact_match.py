from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.metrics.exact_match import exact_match
from eval.metrics.token_f1 import token_f1


@pytest.mark.parametrize(
    ("prediction", "answers", "expected"),
    [
        ("Wladiwostok", ["Wladiwostok"], 1),
        ("in Wladiwostok", ["Wladiwostok"], 0),
        ("Der Minister.", ["der Minister", "Schoigu"], 1),
        ("eines Ministers", ["Ministers"], 1),
        ("The Minister", ["minister"], 1),
        ("60.000", ["60 000"], 1),
        ("60,000", ["60.000"], 1),
        ("3,5", ["3.5"], 1),
        ("Putin", ["Putins"], 0),
        ("der", ["die"], 0),  # nothing is left of either
        ("", ["x"], 0),
        ("x", [], 0),
    ],
)
def test_hand_computed(prediction: str, answers: list[str], expected: float) -> None:
    assert exact_match(prediction, answers) == expected


@given(st.text(max_size=30), st.lists(st.text(max_size=30), max_size=4))
def test_it_implies_f1_and_does_not_depend_on_the_order(prediction: str, answers: list[str]) -> None:
    found = exact_match(prediction, answers)
    assert found in (0.0, 1.0)
    assert exact_match(prediction, answers[::-1]) == found
    assert exact_match(prediction, [*answers, "another"]) >= found
    if found:
        assert token_f1(prediction, answers) == 1
