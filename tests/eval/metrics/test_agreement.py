from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.metrics.agreement import Pair, agreement

PAIRS = st.lists(st.builds(Pair, st.booleans(), st.booleans()), max_size=20)


def pairs(both: int, first: int, second: int, neither: int) -> list[Pair]:
    return [
        *[Pair(True, True)] * both,
        *[Pair(True, False)] * first,
        *[Pair(False, True)] * second,
        *[Pair(False, False)] * neither,
    ]


def test_hand_computed() -> None:
    # the textbook case: 50 things, 20 both, 15 neither, 5 and 10 apart; chance 0.5
    found = agreement(pairs(20, 5, 10, 15))
    assert (found.n, found.both, found.first_only, found.second_only, found.neither) == (50, 20, 5, 10, 15)
    assert found.share == pytest.approx(0.7)
    assert found.kappa == pytest.approx(0.4)


@pytest.mark.parametrize(
    ("counts", "share", "kappa"),
    [
        ((5, 0, 0, 5), 1, 1),
        ((0, 5, 5, 0), 0, -1),
        ((1, 1, 1, 1), 0.5, 0),
        ((4, 0, 0, 0), 1, None),  # both always say yes: chance alone explains it
        ((0, 0, 0, 0), None, None),
    ],
)
def test_extremes(counts: tuple[int, int, int, int], share: float | None, kappa: float | None) -> None:
    found = agreement(pairs(*counts))
    assert (found.share, found.kappa) == (share, kappa)


@given(PAIRS)
def test_range_order_and_symmetry(judged: list[Pair]) -> None:
    found = agreement(judged)
    assert agreement(judged[::-1]) == found
    swapped = agreement(Pair(second, first) for first, second in judged)
    assert (swapped.share, swapped.kappa) == (found.share, found.kappa)
    assert found.share is None or 0 <= found.share <= 1
    assert found.kappa is None or -1 <= found.kappa <= 1
