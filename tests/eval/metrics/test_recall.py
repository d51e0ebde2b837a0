from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.metrics.ranking import Ranking
from eval.metrics.recall import recall_at_k

FOUND = st.lists(st.integers(0, 2), max_size=15)


@pytest.mark.parametrize(
    ("found", "relevant", "k", "expected"),
    [
        ((1, 0, 1), 4, 1, 0.25),
        ((1, 0, 1), 4, 2, 0.25),
        ((1, 0, 1), 4, 3, 0.5),
        ((1, 0, 1), 4, 10, 0.5),
        ((0, 2, 1), 3, 2, 2 / 3),
        ((0, 0, 0, 0, 0, 1), 1, 5, 0.0),
        ((), 1, 5, 0.0),
    ],
)
def test_hand_computed(found: tuple[int, ...], relevant: int, k: int, expected: float) -> None:
    assert recall_at_k(Ranking(found, relevant), k) == pytest.approx(expected)


@given(FOUND, st.integers(1, 5), st.integers(1, 15), st.randoms())
def test_range_growth_with_k_and_order_within_k(found: list[int], missed: int, k: int, random: Random) -> None:
    relevant = sum(found) + missed
    recall = recall_at_k(Ranking(tuple(found), relevant), k)
    assert 0 <= recall <= recall_at_k(Ranking(tuple(found), relevant), k + 1) <= 1

    head = found[:k]
    random.shuffle(head)
    assert recall_at_k(Ranking((*head, *found[k:]), relevant), k) == recall
