"""Calibration: whether answers given with confidence 0.8 are right in 8 of 10 cases."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from eval.metrics.mean import mean

BINS = 10


class Outcome(NamedTuple):
    """How sure an answer was, 0 to 1, and whether it was right."""

    confidence: float
    correct: bool


class Bin(BaseModel):
    """The outcomes whose confidence lies in [low, high), the last bin with its upper end."""

    model_config = ConfigDict(frozen=True)

    low: float
    high: float
    n: int
    confidence: float | None = Field(description="their mean confidence; None without outcomes")
    accuracy: float | None = Field(description="the share of them that was right; None without outcomes")


class Calibration(BaseModel):
    """The reliability diagram's bins and the figures made of them."""

    model_config = ConfigDict(frozen=True)

    n: int
    ece: float | None = Field(description="expected calibration error; None without outcomes")
    brier: float | None = Field(description="mean squared distance of confidence and outcome; None without outcomes")
    bins: list[Bin]


def calibration(outcomes: Iterable[Outcome]) -> Calibration:
    """Compare confidences with how often they were right.

    Definition: ten bins of equal width; ECE = sum over bins of n(bin) / n x |accuracy(bin) - mean confidence(bin)|.
    Brier = mean of (confidence - correct) squared, which also rewards telling right from wrong answers.
    Source: Naeini et al. 2015, "Obtaining Well Calibrated Probabilities Using Bayesian Binning", AAAI; Guo et al. 2017,
    "On Calibration of Modern Neural Networks", ICML; Brier 1950, "Verification of forecasts", Monthly Weather Review.
    Range: both 0 to 1, lower is better.
    Missing: an error has no confidence and is left out (it counts against every other metric); None without outcomes.
    """
    given = list(outcomes)
    bins = [_bin(number, [outcome for outcome in given if bin_of(outcome) == number]) for number in range(BINS)]
    gaps = [b.n * abs(b.accuracy - b.confidence) for b in bins if b.accuracy is not None and b.confidence is not None]
    return Calibration(
        n=len(given),
        ece=math.fsum(gaps) / len(given) if given else None,
        brier=mean([(outcome.confidence - outcome.correct) ** 2 for outcome in given]),
        bins=bins,
    )


def bin_of(outcome: Outcome) -> int:
    """The number of the bin that an outcome falls into, from 0."""
    return min(int(outcome.confidence * BINS), BINS - 1)


def _bin(number: int, outcomes: list[Outcome]) -> Bin:
    """Sum up the outcomes of one bin."""
    return Bin(
        low=number / BINS,
        high=(number + 1) / BINS,
        n=len(outcomes),
        confidence=mean([outcome.confidence for outcome in outcomes]),
        accuracy=mean([float(outcome.correct) for outcome in outcomes]),
    )
