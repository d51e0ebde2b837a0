from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.metrics.ranking import Ranking
from eval.metrics.recall import recall_at_k
from eval.metrics.success import success_at_k


@pytest.mark.parametrize(
    ("found", "k", "expected"), [((0, 1), 1, 0), ((0, 1), 2, 1), ((1, 0), 1, 1), ((0, 0, 2), 3, 1), ((), 5, 0)]
)
def test_hand_computed(found: tuple[int, ...], k: int, expected: float) -> None:
    assert success_at_k(Ranking(found, 3), k) == expected


@given(st.lists(st.integers(0, 1), max_size=12), st.integers(1, 12))
def test_it_is_whether_recall_is_above_zero(found: list[int], k: int) -> None:
    ranking = Ranking(tuple(found), sum(found) + 1)
    assert success_at_k(ranking, k) == float(recall_at_k(ranking, k) > 0)
    assert success_at_k(ranking, k + 1) >= success_at_k(ranking, k)
