from __future__ import annotations

import numpy as np
import pytest

from train.gains import gains


def test_gains_by_hand() -> None:
    scores = np.array([[3.0, 2.0, 1.0], [3.0, 2.0, 1.0], [3.0, 2.0, 1.0]])
    assert gains(scores, np.array([0, 1, 2])) == pytest.approx([1.0, 1 / np.log2(3), 0.5])


def test_equal_scores_rank_in_order() -> None:
    scores = np.ones((3, 3))
    assert gains(scores, np.array([0, 1, 2])) == pytest.approx([1.0, 1 / np.log2(3), 0.5])


def test_beyond_rank_ten_is_nothing() -> None:
    scores = -np.arange(12.0)[None, :].repeat(2, axis=0)
    assert gains(scores, np.array([9, 10])) == pytest.approx([1 / np.log2(11), 0.0])
