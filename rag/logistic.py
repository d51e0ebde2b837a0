"""Logistic models small enough to be read: named weights, fitted by the steps in `train` and kept as JSON."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict

from index.models import Language

Crossing = Literal["same", "cross"]

_LARGEST = 30.0
"""A logit beyond it is certainty, and its exponential would overflow."""


class LogisticModel(BaseModel):
    """p = 1 / (1 + exp(-logit)), the logit being bias + weights · values."""

    model_config = ConfigDict(frozen=True)

    bias: float
    weights: dict[str, float]

    def probability(self, values: Mapping[str, float]) -> float:
        """The probability, 0 to 1, for one value a weight.

        Raises:
            KeyError: a value that has a weight is missing.
        """
        return 1.0 / (1.0 + math.exp(-max(-_LARGEST, min(_LARGEST, self.logit(values)))))

    def logit(self, values: Mapping[str, float]) -> float:
        """The logarithm of the odds, for one value a weight.

        Raises:
            KeyError: a value that has a weight is missing.
        """
        return self.bias + sum(weight * values[name] for name, weight in self.weights.items())


def crossing(one: Language, other: Language) -> Crossing:
    """Whether two texts are in different languages, where shared words say less."""
    return "same" if one == other else "cross"


def logit(probability: float) -> float:
    """The inverse of the logistic function, within the range that matters here."""
    inside = min(1.0 - 1e-6, max(1e-6, probability))
    return math.log(inside / (1.0 - inside))
