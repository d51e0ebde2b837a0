from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from eval.metrics.calibration import Outcome, calibration
from eval.summary.calibration_intervals import CalibrationIntervals, calibration_intervals

OUTCOMES = st.lists(st.builds(Outcome, st.floats(0, 1), st.booleans()), min_size=1, max_size=30)


def test_nothing_has_no_interval() -> None:
    assert calibration_intervals([]) == CalibrationIntervals(ece=None, brier=None)


def test_outcomes_that_are_all_alike_leave_no_doubt() -> None:
    found = calibration_intervals([Outcome(0.75, correct=True)] * 8)
    assert found == CalibrationIntervals(ece=(0.25, 0.25), brier=(0.0625, 0.0625))


def test_sure_answers_of_which_half_are_right_may_be_better_or_worse() -> None:
    found = calibration_intervals([Outcome(1.0, correct=True), Outcome(1.0, correct=False)] * 50)
    # the share of wrong ones among 100 draws: 0.5 with a standard deviation of 0.05
    assert found.ece is not None
    assert 0.38 <= found.ece[0] <= 0.42
    assert 0.58 <= found.ece[1] <= 0.62
    assert found.brier == found.ece


@given(OUTCOMES)
def test_intervals_lie_between_0_and_1_whatever_the_order(outcomes: list[Outcome]) -> None:
    found = calibration_intervals(outcomes)
    assert found == calibration_intervals(outcomes[::-1])
    for interval in (found.ece, found.brier):
        assert interval is not None
        assert 0.0 <= interval[0] <= interval[1] <= 1.0


@given(OUTCOMES)
def test_the_brier_score_lies_in_its_interval_or_all_outcomes_are_alike(outcomes: list[Outcome]) -> None:
    found, whole = calibration_intervals(outcomes), calibration(outcomes)
    assert found.brier is not None
    assert whole.brier is not None
    if len(set(outcomes)) > 1 and len(outcomes) >= 10:
        assert found.brier[0] - 1e-3 <= whole.brier <= found.brier[1] + 1e-3
