from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from eval.metrics.mean import mean


def test_hand_computed() -> None:
    assert mean([1, 0, 0.5]) == 0.5
    assert mean([]) is None


@given(st.lists(st.floats(0, 1), min_size=1), st.randoms())
def test_the_last_digit_does_not_depend_on_the_order(values: list[float], random: Random) -> None:
    before = mean(values)
    assert before is not None
    assert min(values) - 1e-12 <= before <= max(values) + 1e-12
    random.shuffle(values)
    assert mean(values) == before
