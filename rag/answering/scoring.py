"""Features to probabilities: two small logistic models, one for sentences, one for the whole answer.

The weights are fitted by `python -m train.answering` and kept as `weights.json` beside this file.
"""

from __future__ import annotations

import functools
import math
from importlib import resources
from typing import Literal

from pydantic import BaseModel, ConfigDict

from index.embedding.interface import Vectors
from index.models import Language
from rag.answering.features import FEATURES

Crossing = Literal["same", "cross"]


class LogisticModel(BaseModel):
    """p = 1 / (1 + exp(-(bias + weights · features)))."""

    model_config = ConfigDict(frozen=True)

    bias: float
    weights: dict[str, float]

    def probability(self, values: Vectors) -> float:
        """The probability for features in the order of `FEATURES`."""
        logit = self.bias + sum(self.weights[name] * float(value) for name, value in zip(FEATURES, values, strict=True))
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, logit))))


class AnsweringWeights(BaseModel):
    """All fitted numbers of the extractive answerer, by whether question and article share a language."""

    model_config = ConfigDict(frozen=True)

    sentence: dict[Crossing, LogisticModel]
    answer: dict[Crossing, LogisticModel]


def sentence_score(values: Vectors, question: Language, article: Language) -> float:
    """How likely a sentence holds the answer, among the candidates of one question: 0 to 1."""
    return _weights().sentence[crossing(question, article)].probability(values)


def answer_confidence(values: Vectors, question: Language, article: Language) -> float:
    """How likely the archive answers, judged by its best sentence: 0 to 1, fitted on MLQA dev with even odds."""
    return _weights().answer[crossing(question, article)].probability(values)


def crossing(question: Language, article: Language) -> Crossing:
    """Whether the question is asked across languages, where keywords say less."""
    return "same" if question == article else "cross"


@functools.cache
def _weights() -> AnsweringWeights:
    text = (resources.files(__package__) / "weights.json").read_text(encoding="utf-8")
    return AnsweringWeights.model_validate_json(text)
