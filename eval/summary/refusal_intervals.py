"""Confidence intervals of refusal precision, recall and F1."""

from __future__ import annotations

import numpy as np
from pydantic import BaseModel, ConfigDict

from eval.metrics.refusal import Refusal
from eval.summary.bootstrap import Figures, Interval, ends, resampled_counts


class RefusalIntervals(BaseModel):
    """The interval of each figure; None where the figure is undefined."""

    model_config = ConfigDict(frozen=True)

    precision: Interval | None = None
    recall: Interval | None = None
    f1: Interval | None = None


def refusal_intervals(found: Refusal, questions: int) -> RefusalIntervals:
    """Resample the questions of a group; resamples in which a figure is undefined are left out for it.

    Args:
        found: the counts of the group.
        questions: how many questions it has, at least those that were refused or missed.
    """
    counts = [found.right, found.wrong, found.missed, questions - found.right - found.wrong - found.missed]
    if not questions:
        return RefusalIntervals()
    right, wrong, missed, _ = resampled_counts(counts, "refusal").T
    nothing_refused = (right + wrong == 0) & (missed > 0)
    precision = np.where(nothing_refused, 0.0, _share(right, right + wrong))
    return RefusalIntervals(
        precision=ends(precision) if found.precision is not None else None,
        recall=ends(_share(right, right + missed)) if found.recall is not None else None,
        f1=ends(_share(2 * right, 2 * right + wrong + missed)) if found.f1 is not None else None,
    )


def _share(part: Figures, whole: Figures) -> Figures:
    """Divide; NaN where there is nothing to divide by."""
    return np.divide(part, whole, out=np.full_like(part, np.nan), where=whole > 0)
