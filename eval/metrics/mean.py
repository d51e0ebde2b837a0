"""The mean that every summary uses."""

from __future__ import annotations

import math
from collections.abc import Sequence


def mean(values: Sequence[float]) -> float | None:
    """Arithmetic mean, the same to the last digit in whatever order the values come; None without values.

    Source: Shewchuk 1997, "Adaptive precision floating-point arithmetic" (`math.fsum`), for the exactly rounded sum.
    """
    return math.fsum(values) / len(values) if values else None
