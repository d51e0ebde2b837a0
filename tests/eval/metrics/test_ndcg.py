from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.metrics.ndcg import ndcg_at_k
from eval.metrics.ranking import Ranking

FOUND = st.lists(st.integers(0, 2), max_size=15)


@pytest.mark.parametrize(
    ("found", "relevant", "k", "expected"),
    [
        # (1 + 1/2) / (1 + 1/log2(3) + 1/2) = 1.5 / 2.1309298
        ((1, 0, 1), 3, 10, 0.7039180890),
        # cut at 2: 1 / (1 + 1/log2(3)) = 1 / 1.6309298
        ((1, 0, 1), 3, 2, 0.6131471928),
        # one article at rank 2: 1/log2(3)
        ((0, 1), 1, 10, 0.6309297536),
        # two spans in the passage at rank 2, a third span missed: (2/log2(3)) / (2 + 1/log2(3)) = 1.2618595 / 2.6309298
        ((0, 2), 3, 10, 0.4796249331),
        # both spans in the first passage: nothing better exists
        ((2, 0), 2, 10, 1.0),
        # eleventh rank: outside the cut
        ((0,) * 10 + (1,), 1, 10, 0.0),
        ((), 2, 10, 0.0),
    ],
)
def test_hand_computed(found: tuple[int, ...], relevant: int, k: int, expected: float) -> None:
    assert ndcg_at_k(Ranking(found, relevant), k) == pytest.approx(expected, abs=1e-9)


@given(FOUND, st.integers(1, 5), st.integers(1, 15))
def test_range(found: list[int], missed: int, k: int) -> None:
    assert 0 <= ndcg_at_k(Ranking(tuple(found), sum(found) + missed), k) <= 1 + 1e-12


@given(FOUND.filter(any), st.integers(1, 15))
def test_the_best_order_is_one(found: list[int], k: int) -> None:
    best = tuple(sorted(found, reverse=True))
    assert ndcg_at_k(Ranking(best, sum(best)), k) == pytest.approx(1)


@given(FOUND.filter(lambda found: len(found) > 1), st.integers(1, 5), st.data())
def test_moving_a_better_rank_up_never_lowers_it(found: list[int], missed: int, data: st.DataObject) -> None:
    rank = data.draw(st.integers(0, len(found) - 2))
    swapped = found.copy()
    swapped[rank : rank + 2] = sorted(found[rank : rank + 2], reverse=True)
    relevant = sum(found) + missed
    before, after = (ndcg_at_k(Ranking(tuple(order), relevant), 10) for order in (found, swapped))
    assert after >= before - 1e-12
