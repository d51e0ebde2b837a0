"""The conditional logit, against cases whose answer is known."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from train.answering.choice import fit_choice

RIGHT = np.array([True, False])


def test_the_odds_of_the_choice_are_those_of_the_data() -> None:
    """One column, the right one has it in three cases of four: odds of 3, a weight of log 3."""
    has, has_not = np.array([[1.0], [0.0]]), np.array([[0.0], [1.0]])
    weights = fit_choice([has, has, has, has_not], [RIGHT] * 4, penalty=1e-9)
    assert weights == pytest.approx(np.log(3.0), abs=1e-4)


def test_several_may_be_right() -> None:
    table = np.array([[1.0], [1.0], [0.0]])
    both = fit_choice([table], [np.array([True, True, False])], penalty=0.1)
    assert both[0] > 0.0
    all_right = fit_choice([table], [np.array([True, True, True])], penalty=0.1)
    assert all_right == pytest.approx(0.0)


def test_what_all_candidates_have_in_common_has_no_weight() -> None:
    tables = [np.array([[5.0, 1.0], [5.0, 0.0]]), np.array([[-2.0, 2.0], [-2.0, 1.0]])]
    weights = fit_choice(tables, [RIGHT, RIGHT], penalty=0.1)
    assert weights[0] == pytest.approx(0.0)
    assert weights[1] > 0.0


@settings(max_examples=25, deadline=None)
@given(
    seed=st.integers(0, 1000),
    questions=st.integers(2, 12),
    columns=st.integers(1, 4),
    penalty=st.floats(0.01, 1.0),
)
def test_no_other_weights_are_better(seed: int, questions: int, columns: int, penalty: float) -> None:
    chance = np.random.default_rng(seed)
    tables = [chance.normal(size=(int(chance.integers(2, 6)), columns)) for _ in range(questions)]
    right = [np.arange(len(table)) == chance.integers(len(table)) for table in tables]
    scale = np.concatenate(tables).std(axis=0) + 1e-6

    def loss(weights: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> float:
        losses = []
        for table, goal in zip(tables, right, strict=True):
            logits = table @ weights
            losses.append(np.log(np.exp(logits).sum()) - np.log(np.exp(logits[goal]).sum()))
        return float(np.mean(losses) + penalty / 2 * ((weights * scale) ** 2).sum())

    found = fit_choice(tables, right, penalty)
    for step in chance.normal(scale=0.05, size=(10, columns)):
        assert loss(found) <= loss(found + step) + 1e-9
