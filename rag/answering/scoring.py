"""Features to probabilities: two small logistic models, one for sentences, one for the whole answer.

The weights are fitted by `python -m train.answering` and kept as `weights.json` beside this file.
"""

from __future__ import annotations

import functools
from importlib import resources

from pydantic import BaseModel, ConfigDict

from index.embedding.interface import Vectors
from index.models import Language
from rag.answering.features import FEATURES
from rag.logistic import Crossing, LogisticModel, crossing


class AnsweringWeights(BaseModel):
    """All fitted numbers of the extractive answerer, by whether question and article share a language."""

    model_config = ConfigDict(frozen=True)

    sentence: dict[Crossing, LogisticModel]
    answer: dict[Crossing, LogisticModel]


def sentence_score(values: Vectors, question: Language, article: Language) -> float:
    """How likely a sentence holds the answer, among the candidates of one question: 0 to 1."""
    return _weights().sentence[crossing(question, article)].probability(_named(values))


def answer_confidence(values: Vectors, question: Language, article: Language) -> float:
    """How likely the archive answers, judged by its best sentence: 0 to 1, fitted on MLQA dev with even odds."""
    return _weights().answer[crossing(question, article)].probability(_named(values))


def _named(values: Vectors) -> dict[str, float]:
    """The features by their names."""
    return dict(zip(FEATURES, values.tolist(), strict=True))


@functools.cache
def _weights() -> AnsweringWeights:
    text = (resources.files(__package__) / "weights.json").read_text(encoding="utf-8")
    return AnsweringWeights.model_validate_json(text)
