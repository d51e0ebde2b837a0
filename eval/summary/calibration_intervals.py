"""Confidence intervals of the expected calibration error and the Brier score."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import numpy as np
from pydantic import BaseModel, ConfigDict

from eval.metrics.calibration import BINS, Outcome, bin_of
from eval.summary.bootstrap import Figures, Interval, ends, resampled_counts


class CalibrationIntervals(BaseModel):
    """The interval of each figure; None without outcomes."""

    model_config = ConfigDict(frozen=True)

    ece: Interval | None = None
    brier: Interval | None = None


def calibration_intervals(outcomes: Iterable[Outcome]) -> CalibrationIntervals:
    """Resample the questions.

    The calibration error of a resample is larger than that of the whole on average, since chance adds to the gap of
    every bin: of few questions the interval lies high, and its lower end is no proof of an error.
    Source: percentile bootstrap as in `mean_interval`; the bias: Kumar, Liang and Ma 2019, "Verified Uncertainty
    Calibration", NeurIPS.
    """
    counts = sorted(Counter(outcomes).items())
    if not counts:
        return CalibrationIntervals()
    drawn = resampled_counts([count for _, count in counts], "calibration")
    confidence = np.array([outcome.confidence for outcome, _ in counts])
    gap = np.array([outcome.correct for outcome, _ in counts]) - confidence
    inside: Figures = np.zeros((len(counts), BINS))
    inside[np.arange(len(counts)), [bin_of(outcome) for outcome, _ in counts]] = gap
    total = drawn.sum(axis=1)
    return CalibrationIntervals(
        ece=ends(np.abs(drawn @ inside).sum(axis=1) / total), brier=ends(drawn @ gap**2 / total)
    )
