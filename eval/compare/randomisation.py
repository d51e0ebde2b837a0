"""Whether two runs differ by more than chance: the paired randomisation test."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

DRAWS = 20_000
EXACT = 14
"""Up to so many differing questions, every exchange of the two runs is looked at instead of a sample."""
_BLOCK = 2_000
_TINY = 1e-9
"""Sums of floats that differ by less are the same sum in another order."""


def p_value(differences: Sequence[float]) -> float:
    """How likely chance alone makes two runs differ at least so much, in either direction.

    Under the null hypothesis the two scores of a question could as well be exchanged: the sign of each difference is
    random. p = (1 + draws whose absolute sum reaches the observed one) / (1 + draws), with a fixed seed; exact up to
    EXACT differences other than 0. The order of the questions does not matter.

    Source: Fisher 1935; Smucker, Allan and Carterette 2007, "A comparison of statistical significance tests for
    information retrieval evaluation", CIKM; Noreen 1989, "Computer-Intensive Methods for Testing Hypotheses", for the
    added ones.

    Args:
        differences: one a question, B minus A.

    Returns:
        Above 0 and at most 1; 1 when no question differs.
    """
    sizes = np.sort(np.abs([difference for difference in differences if difference]))
    if not len(sizes):
        return 1.0
    observed = abs(float(np.sum(differences))) - _TINY
    if len(sizes) <= EXACT:
        numbers, places = np.arange(2 ** len(sizes)), np.arange(len(sizes))
        signs = 1.0 - 2.0 * ((numbers[:, None] >> places) & 1)  # every choice of signs is a number in binary
        return float(np.mean(np.abs(signs @ sizes) >= observed))
    return (1 + _reached(sizes, observed)) / (1 + DRAWS)


def _reached(sizes: NDArray[np.float64], observed: float) -> int:
    """How many draws of signs give a sum at least as far from 0 as the observed one."""
    stream = np.random.default_rng([zlib.crc32(b"randomisation"), len(sizes)])
    reached = 0
    for _ in range(DRAWS // _BLOCK):
        signs = stream.integers(0, 2, size=(_BLOCK, len(sizes))) * 2.0 - 1.0
        reached += int(np.count_nonzero(np.abs(signs @ sizes) >= observed))
    return reached


def holm(p_values: Sequence[float]) -> list[float]:
    """Correct p-values of one family for being several, in the order given.

    Source: Holm 1979, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6.
    """
    order = sorted(range(len(p_values)), key=lambda place: p_values[place])
    corrected = [0.0] * len(p_values)
    greatest = 0.0
    for rank, place in enumerate(order):
        greatest = max(greatest, min(1.0, (len(p_values) - rank) * p_values[place]))
        corrected[place] = greatest
    return corrected
