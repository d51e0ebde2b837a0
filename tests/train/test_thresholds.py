from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from train.thresholds import ALARMS, threshold


@pytest.mark.parametrize(
    ("probabilities", "refused", "expected"),
    [
        ([0.1, 0.5, 0.9, 0.95], 0.25, 0.5),
        ([0.1, 0.5, 0.9, 0.95], 0.0, 0.1),
        ([0.456], 0.5, 0.45),
        ([0.0, 0.9], 0.1, 0.0),
    ],
)
def test_the_largest_hundredth_that_refuses_few_enough(
    probabilities: list[float], refused: float, expected: float
) -> None:
    assert threshold(probabilities, refused) == expected


@given(st.lists(st.floats(0.0, 1.0), min_size=1), st.just(ALARMS))
def test_no_more_are_refused_than_said(probabilities: list[float], refused: float) -> None:
    chosen = threshold(probabilities, refused)
    assert sum(probability < chosen for probability in probabilities) <= refused * len(probabilities)
