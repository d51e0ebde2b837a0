from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.metrics.average_precision import average_precision
from eval.metrics.ranking import Ranking

FOUND = st.lists(st.integers(0, 1), max_size=12)


@pytest.mark.parametrize(
    ("found", "relevant", "expected"),
    [
        # hits at ranks 1 and 3, two of two found: (1/1 + 2/3) / 2
        ((1, 0, 1), 2, 0.8333333333),
        # the same, of four: (1 + 2/3) / 4
        ((1, 0, 1), 4, 0.4166666667),
        ((0, 1), 1, 0.5),
        ((0, 0), 1, 0.0),
        ((), 1, 0.0),
    ],
)
def test_hand_computed(found: tuple[int, ...], relevant: int, expected: float) -> None:
    assert average_precision(Ranking(found, relevant)) == pytest.approx(expected, abs=1e-9)


@given(FOUND, st.integers(1, 5))
def test_range(found: list[int], missed: int) -> None:
    assert 0 <= average_precision(Ranking(tuple(found), sum(found) + missed)) <= 1


@given(FOUND.filter(lambda found: len(found) > 1), st.data())
def test_moving_a_hit_up_never_lowers_it(found: list[int], data: st.DataObject) -> None:
    rank = data.draw(st.integers(0, len(found) - 2))
    swapped = found.copy()
    swapped[rank : rank + 2] = sorted(found[rank : rank + 2], reverse=True)
    before, after = (average_precision(Ranking(tuple(order), sum(found) + 1)) for order in (found, swapped))
    assert after >= before - 1e-12


@given(FOUND.filter(any))
def test_all_in_front_is_one(found: list[int]) -> None:
    assert average_precision(Ranking(tuple(sorted(found, reverse=True)), sum(found))) == pytest.approx(1)
