from __future__ import annotations

import numpy as np
import pytest

from index.embedding.products import MOST_MULTIPLICATIONS, products


@pytest.mark.parametrize(("rows", "columns"), [(1, 1), (9, 2300), (40, 35), (0, 5), (5, 0)])
def test_every_row_meets_every_other(rows: int, columns: int) -> None:
    random = np.random.default_rng(1)
    left = random.standard_normal((rows, 192)).astype(np.float32)
    right = random.standard_normal((columns, 192)).astype(np.float32)
    found = products(left, right)
    assert found.dtype == np.float32
    np.testing.assert_allclose(found, left @ right.T, rtol=1e-4, atol=1e-4)


def test_a_row_longer_than_a_block() -> None:
    left = np.ones((2, MOST_MULTIPLICATIONS), dtype=np.float32)
    right = np.arange(3, dtype=np.float32)[:, None] * np.ones((1, MOST_MULTIPLICATIONS), dtype=np.float32)
    assert products(left, right).tolist() == [[0, MOST_MULTIPLICATIONS, 2 * MOST_MULTIPLICATIONS]] * 2
