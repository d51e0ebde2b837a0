"""Confidence intervals of means by the percentile bootstrap, the same for the same values in whatever order."""

from __future__ import annotations

import functools
import zlib
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

RESAMPLES = 1000
LEVEL = 0.95
METHOD = (
    f"percentile bootstrap over questions, {RESAMPLES} resamples, {LEVEL:.0%}, fixed seed; "
    "means over directions: stratified by direction"
)
DIGITS = 4
"""More would be noise: another seed moves the third digit."""
_REMEMBERED = 512

Interval = tuple[float, float]
Figures = NDArray[np.float64]


def mean_interval(values: Sequence[float]) -> Interval | None:
    """The interval of a mean; None without values.

    Source: Efron and Tibshirani 1993, "An Introduction to the Bootstrap", chapter 13 (percentile intervals). Resampling
    n questions with replacement is drawing how often each distinct value occurs from a multinomial distribution.
    """
    return ends(resampled_means(values, "mean")) if values else None


def macro_interval(strata: Sequence[Sequence[float]]) -> Interval | None:
    """The interval of the mean of the strata's means, each stratum resampled by itself; empty strata are left out.

    Source: as `mean_interval`; strata as in Davison and Hinkley 1997, "Bootstrap Methods and their Application", 3.2.
    """
    used = [values for values in strata if values]
    if not used:
        return None
    return ends(np.mean([resampled_means(values, f"stratum {n}") for n, values in enumerate(used)], axis=0))


def resampled_means(values: Sequence[float], label: str) -> Figures:
    """The mean of each resample, of shape (RESAMPLES,); the label chooses the stream of random numbers."""
    return _means(tuple(sorted(Counter(values).items())), label)


@functools.lru_cache(maxsize=_REMEMBERED)
def _means(counts: tuple[tuple[float, int], ...], label: str) -> Figures:
    """The means that values occurring so often give; several metrics and groups share them."""
    drawn = resampled_counts([count for _, count in counts], label)
    means: Figures = drawn @ np.array([value for value, _ in counts]) / sum(count for _, count in counts)
    return means


def resampled_counts(counts: Sequence[int], label: str) -> Figures:
    """How often each of several kinds of question occurs in each resample, of shape (RESAMPLES, kinds)."""
    total = sum(counts)
    stream = np.random.default_rng([zlib.crc32(label.encode()), total])
    drawn = stream.multinomial(total, np.array(counts, dtype=np.float64) / total, size=RESAMPLES)
    return drawn.astype(np.float64)


def ends(figures: Figures) -> Interval | None:
    """The middle LEVEL of the figures; those that are undefined (NaN) are left out; None when all are."""
    defined = figures[~np.isnan(figures)]
    if not len(defined):
        return None
    low, high = np.quantile(defined, [(1 - LEVEL) / 2, (1 + LEVEL) / 2], method="inverted_cdf")
    return round(float(low), DIGITS), round(float(high), DIGITS)
