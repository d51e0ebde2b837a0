from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.html.frame import Axis, Frame, nice_ticks


@pytest.mark.parametrize(
    ("high", "expected"),
    [(1, [0, 0.2, 0.4, 0.6, 0.8, 1.0]), (7, [0, 2, 4, 6, 8]), (40, [0, 10, 20, 30, 40]), (251, [0, 100, 200, 300])],
)
def test_ticks_are_round(high: float, expected: list[float]) -> None:
    assert nice_ticks(high) == pytest.approx(expected)


@given(st.floats(0.001, 1e6), st.integers(1, 30))
def test_ticks_reach_the_highest_value_and_are_not_many(high: float, about: int) -> None:
    ticks = nice_ticks(high, about)
    assert ticks[0] == 0
    assert ticks[-1] >= high * (1 - 1e-6)
    assert len(ticks) <= about + 2


def test_values_are_put_between_the_margins() -> None:
    frame = Frame(Axis("x", 0, 10, ()), Axis("y", 0, 1, ()), 100, 80, left=10, right=10, top=5, bottom=15)
    assert (frame.across(0), frame.across(10), frame.across(5)) == (10, 90, 50)
    assert (frame.up(0), frame.up(1)) == (65, 5)
    assert frame.across(99) == 90


def test_axes_write_their_ticks_and_labels() -> None:
    axes = Frame(Axis("first k", 1, 3, (1, 2, 3), str), Axis("share", 0, 1, (0.0, 1.0))).axes()
    for text in (">1<", ">3<", ">0.0<", ">1.0<", ">first k<", ">share<"):
        assert text in axes
