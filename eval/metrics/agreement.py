"""Agreement of two judges on the same questions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, Field


class Pair(NamedTuple):
    """What either judge said of one question."""

    first: bool
    second: bool


class Agreement(BaseModel):
    """How far two judges agree."""

    model_config = ConfigDict(frozen=True)

    n: int
    both: int = Field(description="both said yes")
    first_only: int
    second_only: int
    neither: int
    share: float | None = Field(description="0 to 1: the same verdict; None without questions")
    kappa: float | None = Field(description="Cohen's kappa; None without questions, or when chance alone decides")


def agreement(pairs: Iterable[Pair]) -> Agreement:
    """Compare two judges.

    Definition: share = equal verdicts / questions; kappa = (share - chance) / (1 - chance), where chance is the share
    that two judges with these rates of yes and no would reach without looking.
    Source: Cohen 1960, "A coefficient of agreement for nominal scales", Educ. and Psych. Measurement 20(1).
    Range: share 0 to 1, kappa -1 to 1, higher is better; a kappa of 0 is no better than chance.
    Missing: what either judge did not decide is no pair: count it beside. Kappa is None where both judges always say
    the same one thing.
    """
    judged = list(pairs)
    n = len(judged)
    both = sum(pair.first and pair.second for pair in judged)
    first, second = sum(pair.first for pair in judged), sum(pair.second for pair in judged)
    neither = n - first - second + both
    share = (both + neither) / n if n else None
    return Agreement(
        n=n,
        both=both,
        first_only=first - both,
        second_only=second - both,
        neither=neither,
        share=share,
        kappa=_kappa(both, neither, first, second, n),
    )


def _kappa(both: int, neither: int, first: int, second: int, n: int) -> float | None:
    """Cohen's kappa in whole numbers up to the last division, so that equal counts give equal digits."""
    chance = first * second + (n - first) * (n - second)  # times n squared
    return (n * (both + neither) - chance) / (n * n - chance) if n * n != chance else None
