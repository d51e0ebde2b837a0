"""Products of small matrices on one thread.

OpenBLAS, which NumPy multiplies with, takes all cores from 2^18 multiplications on. For what a question needs that
gains nothing on a quiet machine, and on a busy one the cores wait for each other: up to 23 ms instead of 3
(two cores, a question of nine words, 64 passages).
"""

from __future__ import annotations

import numpy as np

from index.embedding.interface import Vectors

MOST_MULTIPLICATIONS = 2**18
"""Up to so many, OpenBLAS does not take a second thread."""


def products(left: Vectors, right: Vectors) -> Vectors:
    """Every row of one matrix with every row of the other: `left @ right.T`, in blocks.

    Args:
        left: of shape (m, dimension).
        right: of shape (n, dimension).

    Returns:
        float32 of shape (m, n).
    """
    found: Vectors = np.empty((len(left), len(right)), dtype=np.float32)
    step = max(1, MOST_MULTIPLICATIONS // max(1, left.size))
    for start in range(0, len(right), step):
        part = slice(start, start + step)
        np.matmul(left, right[part].T, out=found[:, part])
    return found
