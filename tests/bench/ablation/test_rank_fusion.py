from __future__ import annotations

import numpy as np
import pytest

from bench.ablation.rank_fusion import CONSTANT, SCALE, reciprocal_ranks


def test_ranks_of_both_sources_are_added_and_dates_are_not() -> None:
    rows = np.array([3, 5, 8, 9])
    sources = {"keyword": np.array([8, 3]), "vector": np.array([8, 5]), "dated": np.array([9])}
    scores = reciprocal_ranks(rows, sources)  # type: ignore[arg-type]
    first, second = SCALE / (CONSTANT + 1), SCALE / (CONSTANT + 2)
    assert scores == pytest.approx([second, second, 2 * first, 0.0])


def test_the_first_of_both_is_brought_to_ten() -> None:
    scores = reciprocal_ranks(np.array([0]), {"keyword": np.array([0]), "vector": np.array([0])})
    assert scores == pytest.approx([10.0])
