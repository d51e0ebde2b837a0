from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.metrics.calibration import BINS, Outcome, calibration

OUTCOMES = st.lists(st.builds(Outcome, st.floats(0, 1), st.booleans()), max_size=30)


def test_hand_computed() -> None:
    # [0.8, 0.9): confidence 0.85, accuracy 1/2, gap 0.35; [0.2, 0.3): confidence 0.25, accuracy 0, gap 0.25
    found = calibration([Outcome(0.8, True), Outcome(0.9 - 1e-12, False), Outcome(0.25, False), Outcome(0.25, False)])
    assert found.n == 4
    assert found.ece == pytest.approx(0.5 * 0.35 + 0.5 * 0.25)
    # (0.2^2 + 0.9^2 + 2 * 0.25^2) / 4
    assert found.brier == pytest.approx((0.04 + 0.81 + 0.125) / 4)
    assert [(b.n, b.accuracy) for b in found.bins if b.n] == [(2, 0.0), (2, 0.5)]


def test_perfect_and_worst() -> None:
    assert calibration([Outcome(1.0, True), Outcome(0.0, False)]).ece == 0
    assert calibration([Outcome(1.0, False), Outcome(0.0, True)]).ece == 1


def test_no_outcomes() -> None:
    found = calibration([])
    assert (found.n, found.ece, found.brier) == (0, None, None)
    assert len(found.bins) == BINS
    assert all(b.confidence is None and b.accuracy is None for b in found.bins)


@pytest.mark.parametrize(("confidence", "place"), [(0.0, 0), (0.0999, 0), (0.1, 1), (0.5, 5), (0.9999, 9), (1.0, 9)])
def test_a_bin_holds_its_lower_end(confidence: float, place: int) -> None:
    assert [b.n for b in calibration([Outcome(confidence, True)]).bins].index(1) == place


@given(OUTCOMES)
def test_range_order_and_counts(outcomes: list[Outcome]) -> None:
    found = calibration(outcomes)
    assert sum(b.n for b in found.bins) == found.n == len(outcomes)
    assert calibration(outcomes[::-1]) == found
    for figure in (found.ece, found.brier):
        assert (figure is None) is (not outcomes)
        assert figure is None or 0 <= figure <= 1
    for b in found.bins:
        if b.confidence is not None:
            assert b.low - 1e-9 <= b.confidence <= b.high + 1e-9


@given(st.floats(0, 0.99), st.integers(1, 20))
def test_growing_surer_of_wrong_answers_never_helps(confidence: float, n: int) -> None:
    before, after = (calibration([Outcome(c, False)] * n) for c in (confidence, min(1.0, confidence + 0.01)))
    assert before.ece is not None
    assert after.ece is not None
    assert after.ece >= before.ece
