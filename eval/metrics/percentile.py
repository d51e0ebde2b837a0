"""Percentiles, for latencies."""

from __future__ import annotations

import math
from collections.abc import Sequence


def percentile(values: Sequence[float], share: float) -> float | None:
    """The smallest value that at least this share of the values does not exceed.

    Definition: nearest rank, the value at rank ceil(share * n) of the sorted values: always a measured one.
    Source: Hyndman and Fan 1996, "Sample quantiles in statistical packages", The American Statistician 50(4), type 1.
    Range: that of the values (milliseconds here), lower is better.
    Missing: None without values.

    Args:
        values: in any order.
        share: above 0, at most 1; 0.5 for the median.
    """
    if not values:
        return None
    return sorted(values)[math.ceil(share * len(values)) - 1]
