from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eval.compare.randomisation import DRAWS, EXACT, holm, p_value

GAPS = st.lists(st.sampled_from([-1.0, -0.5, 0.0, 0.25, 1.0]), max_size=30)


@pytest.mark.parametrize(
    ("differences", "expected"),
    [
        ([], 1),
        ([0.0, 0.0], 1),
        ([1.0], 1),  # either sign is as far from 0
        ([1.0] * 5, 2 / 32),  # only all alike reach 5
        ([1.0] * 8 + [0.0] * 50, 2 / 256),
        # |sum| of +-1 +-1 +-2 reaches 4 in 2 of 8 ways
        ([1.0, 1.0, 2.0], 2 / 8),
        # reaches 2 in 6 of 8: all but (+1 +1 -2) and (-1 -1 +2)
        ([1.0, -1.0, 2.0], 6 / 8),
    ],
)
def test_hand_computed(differences: list[float], expected: float) -> None:
    assert p_value(differences) == pytest.approx(expected)


def test_the_sample_agrees_with_exact_enumeration() -> None:
    # 16 of 20 questions better: two-sided binomial probability 2 * P(X >= 16) = 0.0118
    assert p_value([1.0] * 16 + [-1.0] * 4) == pytest.approx(0.0118, abs=0.003)
    assert p_value([1.0] * (EXACT + 20)) == 1 / (1 + DRAWS)


@settings(deadline=None)
@given(GAPS)
def test_range_order_and_direction(gaps: list[float]) -> None:
    found = p_value(gaps)
    assert 0 < found <= 1
    assert p_value(gaps[::-1]) == found
    assert p_value([-gap for gap in gaps]) == found
    assert p_value([*gaps, 0.0, 0.0]) == found


def test_more_of_the_same_is_surer() -> None:
    found = [p_value([1.0] * n + [-1.0]) for n in (2, 4, 8, 12)]
    assert found == sorted(found, reverse=True)


@pytest.mark.parametrize(
    ("p_values", "expected"),
    [
        ([], []),
        ([0.04], [0.04]),
        # sorted: 3 * .01, 2 * .02, 1 * .9
        ([0.02, 0.9, 0.01], [0.04, 0.9, 0.03]),
        # never below what came before it: 2 * .03 = .06, then max(.06, .04)
        ([0.03, 0.04], [0.06, 0.06]),
        ([0.6, 0.7], [1.0, 1.0]),
    ],
)
def test_holm_by_hand(p_values: list[float], expected: list[float]) -> None:
    assert holm(p_values) == pytest.approx(expected)


@given(st.lists(st.floats(0.001, 1), max_size=8))
def test_correction_only_raises(p_values: list[float]) -> None:
    assert all(before <= after <= 1 for before, after in zip(p_values, holm(p_values), strict=True))
