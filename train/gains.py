"""Rankings of many questions judged at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

CUT = 10


def gains(scores: NDArray[np.floating], right: NDArray[np.intp]) -> NDArray[np.float64]:
    """nDCG@10 of each question with one right passage: 1 / log2(rank + 1), 0 beyond rank 10.

    Args:
        scores: of shape (questions, passages); equal scores rank in the order of the passages.
        right: the column of each question's right passage.
    """
    own = scores[np.arange(len(right)), right][:, None]
    before = (scores > own) | ((scores == own) & (np.arange(scores.shape[1]) < right[:, None]))
    ranks = before.sum(axis=1)
    return np.where(ranks < CUT, 1.0 / np.log2(ranks + 2.0), 0.0)
