from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.metrics.mean import mean
from eval.metrics.refusal import Verdict, refusal
from eval.summary.bootstrap import RESAMPLES, ends, macro_interval, mean_interval, resampled_counts
from eval.summary.refusal_intervals import refusal_intervals

VALUES = st.lists(st.sampled_from([0.0, 0.25, 0.5, 1.0]), min_size=1, max_size=40)


def test_without_values_there_is_no_interval() -> None:
    assert mean_interval([]) is None
    assert macro_interval([[], []]) is None


def test_equal_values_leave_no_room() -> None:
    assert mean_interval([0.5] * 10) == (0.5, 0.5)
    assert macro_interval([[1.0], [0.0, 0.0]]) == (0.5, 0.5)


def test_it_agrees_with_the_binomial_distribution() -> None:
    # 100 questions, 60 right: the mean of a resample is binomial / 100, whose 2.5 % and 97.5 % points are 50 and 69
    low, high = mean_interval([1.0] * 60 + [0.0] * 40) or (0, 0)
    assert low == pytest.approx(0.50, abs=0.011)
    assert high == pytest.approx(0.69, abs=0.011)


def test_more_questions_give_a_narrower_interval() -> None:
    widths = [high - low for n in (5, 50, 500) if (found := mean_interval([0.0, 1.0] * n)) for low, high in [found]]
    assert widths == sorted(widths, reverse=True)
    assert len(widths) == 3


def test_strata_are_resampled_by_themselves() -> None:
    # between the strata there is all the difference, within them none
    assert macro_interval([[0.0] * 20, [1.0] * 20]) == (0.5, 0.5)
    assert mean_interval([0.0] * 20 + [1.0] * 20) != (0.5, 0.5)


@given(VALUES)
def test_range_order_and_repetition(values: list[float]) -> None:
    found = mean_interval(values)
    assert found is not None
    low, high = found
    average = mean(values)
    assert average is not None
    assert min(values) <= low <= high <= max(values)
    assert low - 1e-4 <= average <= high + 1e-4 or len(values) < 8
    assert mean_interval(values[::-1]) == found == mean_interval(sorted(values))


@given(st.lists(VALUES, min_size=1, max_size=4))
def test_empty_strata_are_left_out(strata: list[list[float]]) -> None:
    assert macro_interval([*strata, []]) == macro_interval(strata)


def test_counts_of_a_resample_add_up() -> None:
    drawn = resampled_counts([3, 0, 7], "x")
    assert drawn.shape == (RESAMPLES, 3)
    assert set(drawn.sum(axis=1)) == {10.0}
    assert drawn[:, 1].max() == 0
    assert drawn[:, 0].mean() == pytest.approx(3, abs=0.2)


def test_undefined_resamples_are_left_out() -> None:
    assert ends(np.array([np.nan, 0.5, np.nan])) == (0.5, 0.5)
    assert ends(np.array([np.nan])) is None


def test_refusals_by_hand() -> None:
    verdicts = [Verdict(False, True)] * 30 + [Verdict(True, True)] * 10 + [Verdict(False, False)] * 10
    found = refusal_intervals(refusal([*verdicts, *[Verdict(True, False)] * 50]), 100)
    for interval in (found.precision, found.recall, found.f1):  # all 0.75, from 40 questions each
        assert interval is not None
        assert interval[0] == pytest.approx(0.62, abs=0.06)
        assert interval[1] == pytest.approx(0.87, abs=0.06)


def test_refusals_that_are_undefined_have_no_interval() -> None:
    nothing = refusal_intervals(refusal([]), 0)
    assert (nothing.precision, nothing.recall, nothing.f1) == (None, None, None)
    all_answered = refusal_intervals(refusal([Verdict(True, False)] * 5), 5)
    assert (all_answered.precision, all_answered.recall, all_answered.f1) == (None, None, None)
    missed = refusal_intervals(refusal([Verdict(False, False)] * 5), 5)
    assert (missed.precision, missed.recall, missed.f1) == ((0, 0), (0, 0), (0, 0))
