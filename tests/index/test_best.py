from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.best import best_places

# Few different values, so that most are tied; both zeros, which are equal.
SCORES = st.lists(st.sampled_from([-1.5, -0.0, 0.0, 0.25, 0.5, 3.0]), max_size=60)


@given(SCORES, st.integers(0, 70))
def test_it_is_the_beginning_of_a_stable_sort(scores: list[float], count: int) -> None:
    array = np.array(scores, dtype=np.float32)
    expected = np.argsort(-array, kind="stable")[:count]
    assert best_places(array, count).tolist() == expected.tolist()


def test_among_many_different_scores() -> None:
    scores = np.random.default_rng(3).permutation(5000).astype(np.float32)
    assert scores[best_places(scores, 3)].tolist() == [4999, 4998, 4997]


def test_of_equal_scores_the_earlier_comes_first() -> None:
    scores = np.array([0, 2, 0, 2, 1, 2, 0], dtype=np.float32)
    assert best_places(scores, 2).tolist() == [1, 3]
    assert best_places(scores, 5).tolist() == [1, 3, 5, 4, 0]
