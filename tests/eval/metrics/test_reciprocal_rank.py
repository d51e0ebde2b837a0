from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.metrics.ranking import Ranking
from eval.metrics.reciprocal_rank import reciprocal_rank


@pytest.mark.parametrize(
    ("found", "expected"),
    [((1, 0, 0), 1.0), ((0, 1, 1), 0.5), ((0, 0, 2), 1 / 3), ((0, 0, 0), 0.0), ((), 0.0)],
)
def test_hand_computed(found: tuple[int, ...], expected: float) -> None:
    assert reciprocal_rank(Ranking(found, 3)) == pytest.approx(expected)


@given(st.integers(0, 20), st.lists(st.integers(0, 2), max_size=10))
def test_only_the_first_hit_counts(misses: int, rest: list[int]) -> None:
    found = (*[0] * misses, 1, *rest)
    assert reciprocal_rank(Ranking(found, sum(found))) == 1 / (misses + 1)
