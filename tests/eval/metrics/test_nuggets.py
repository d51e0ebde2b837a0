from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.metrics.nuggets import Assignment, Importance, Nugget, nuggets_partial, nuggets_strict

YES, HALF, NO = (
    Nugget("vital", "support"),
    Nugget("vital", "partial_support"),
    Nugget("vital", "not_support"),
)
OKAY_YES, OKAY_HALF, OKAY_NO = (
    Nugget("okay", "support"),
    Nugget("okay", "partial_support"),
    Nugget("okay", "not_support"),
)
ASSIGNMENTS: tuple[Assignment, ...] = ("not_support", "partial_support", "support")
IMPORTANCES: tuple[Importance, ...] = ("vital", "okay")
ANY = st.builds(Nugget, st.sampled_from(IMPORTANCES), st.sampled_from(ASSIGNMENTS))
NUGGETS = st.lists(ANY, min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("nuggets", "strict", "partial"),
    [
        ([YES], 1, 1),
        ([NO], 0, 0),
        ([HALF], 0, 0.5),
        ([YES, NO], 0.5, 0.5),
        # okay nuggets do not count strictly; (1 + 0 + 0.5 * 1) / (1 + 1 + 0.5)
        ([YES, NO, OKAY_YES], 0.5, 0.6),
        # (1 + 0.5 * 0.5) / 1.5
        ([YES, OKAY_HALF], 1, 1.25 / 1.5),
        # no vital one: all count, (0.5 * 1) / (0.5 + 0.5)
        ([OKAY_YES, OKAY_NO], 0.5, 0.5),
    ],
)
def test_hand_computed(nuggets: list[Nugget], strict: float, partial: float) -> None:
    assert nuggets_strict(nuggets) == pytest.approx(strict)
    assert nuggets_partial(nuggets) == pytest.approx(partial)


@given(NUGGETS)
def test_range_and_order(nuggets: list[Nugget]) -> None:
    for metric in (nuggets_strict, nuggets_partial):
        assert 0 <= metric(nuggets) <= 1
        assert metric(nuggets[::-1]) == pytest.approx(metric(nuggets))


@given(NUGGETS, st.data())
def test_stating_more_never_lowers_them(nuggets: list[Nugget], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(nuggets) - 1))
    better = nuggets.copy()
    better[place] = Nugget(nuggets[place].importance, "support")
    assert nuggets_strict(better) >= nuggets_strict(nuggets)
    assert nuggets_partial(better) >= nuggets_partial(nuggets) - 1e-12
