from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.metrics.percentile import percentile

VALUES = st.lists(st.floats(0, 1e6), min_size=1)


@pytest.mark.parametrize(
    ("values", "share", "expected"),
    [
        ([3, 1, 2], 0.5, 2),
        ([4, 1, 3, 2], 0.5, 2),
        (list(range(1, 21)), 0.95, 19),
        (list(range(1, 101)), 0.95, 95),
        ([7], 0.95, 7),
        ([5, 9], 1, 9),
        ([], 0.5, None),
    ],
)
def test_hand_computed(values: list[float], share: float, expected: float | None) -> None:
    assert percentile(values, share) == expected


@given(VALUES, st.floats(0.01, 1), st.floats(0.01, 1))
def test_a_measured_value_that_grows_with_the_share(values: list[float], one: float, other: float) -> None:
    low, high = percentile(values, min(one, other)), percentile(values, max(one, other))
    assert low in values
    assert high in values
    assert low <= high
    assert percentile(values[::-1], one) == percentile(values, one)
