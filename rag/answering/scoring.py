"""Features to probabilities: small logistic models, one that chooses sentences, one for the whole answer.

The weights are fitted by `python -m train.answering` and kept as `weights.json` beside this file.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from importlib import resources

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict

from index.embedding.interface import Vectors
from index.models import Language
from rag.answering.candidates import Candidate
from rag.answering.features import FEATURES
from rag.answering.years import years_in
from rag.logistic import Crossing, LogisticModel, crossing, logit

OF_THE_BEST = tuple(f"best_{name}" for name in FEATURES)
OF_ALL = ("margin", "year_missing", "most_answerable", "most_mass", "most_telling", "most_near")
ANSWER_FEATURES = (*OF_THE_BEST, *OF_ALL)
"""What the confidence rests on: the features of the best sentence, and what the others say of the whole."""

MOST_MARGIN = 6.0


class AnsweringWeights(BaseModel):
    """All fitted numbers of the extractive answerer, by whether question and article share a language."""

    model_config = ConfigDict(frozen=True)

    sentence: dict[Crossing, LogisticModel]
    answer: dict[Crossing, LogisticModel]


def relative_values(candidates: Sequence[Candidate]) -> Vectors:
    """The candidates' features relative to their means: what the sentence model is fitted on."""
    values: Vectors = np.array([candidate.values for candidate in candidates], dtype=np.float32)
    relative: Vectors = values - values.mean(axis=0)
    return relative


def sentence_scores(question: Language, candidates: Sequence[Candidate]) -> list[float]:
    """How likely each sentence is the one that answers, if one of them does: 0 to 1, and 1 in all.

    What all candidates have in common does not count: each feature is taken relative to its mean.
    """
    if not candidates:
        return []
    kinds = [crossing(question, candidate.article.language) for candidate in candidates]
    named = [_named(row) for row in relative_values(candidates)]
    logits = np.array([_weights().sentence[kind].logit(row) for kind, row in zip(kinds, named, strict=True)])
    return chances(logits)


def chances(logits: NDArray[np.float64]) -> list[float]:
    """The softmax: how likely each is the one to be chosen, 0 to 1 and 1 in all.

    Args:
        logits: of shape (candidates,), at least one.
    """
    raised = np.exp(logits - logits.max())
    shares: list[float] = (raised / raised.sum()).tolist()
    return shares


def best_first(scores: Sequence[float]) -> list[int]:
    """The places of some scores, the highest first; of equal ones the earlier."""
    return sorted(range(len(scores)), key=lambda place: (-scores[place], place))


def answer_confidence(question: Language, best: Candidate, values: Mapping[str, float]) -> float:
    """How likely the archive answers: 0 to 1.

    Args:
        question: the question's language.
        best: the best sentence.
        values: as `answer_values` gives them.
    """
    return _weights().answer[crossing(question, best.article.language)].probability(values)


def answer_values(question: str, candidates: Sequence[Candidate], scores: Sequence[float]) -> dict[str, float]:
    """What the confidence rests on, by name.

    Args:
        question: what is asked.
        candidates: at least one.
        scores: of each.
    """
    order = best_first(scores)
    best = candidates[order[0]]
    table = np.array([candidate.values for candidate in candidates], dtype=np.float64)
    margin = logit(scores[order[0]]) - logit(scores[order[1]]) if len(order) > 1 else MOST_MARGIN
    column = {name: number for number, name in enumerate(FEATURES)}
    return {
        **dict(zip(OF_THE_BEST, best.values.tolist(), strict=True)),
        "margin": min(MOST_MARGIN, margin),
        "year_missing": float(bool(_years_missing(question, best))),
        "most_answerable": float(table[:, column["answerable"]].max()),
        "most_mass": float(table[:, column["mass"]].max()),
        "most_telling": float(table[:, column["telling"]].max()),
        "most_near": float(table[:, column["aligned_near"]].max()),
    }


def _years_missing(question: str, best: Candidate) -> set[str]:
    """Years that the question names and the sentence's passage, title and date do not."""
    article = best.article
    around = f"{article.title} {article.published or ''} {best.hit.text}"
    return years_in(question) - years_in(around)


def _named(values: Vectors) -> dict[str, float]:
    """The features by their names."""
    return dict(zip(FEATURES, values.tolist(), strict=True))


@functools.cache
def _weights() -> AnsweringWeights:
    text = (resources.files(__package__) / "weights.json").read_text(encoding="utf-8")
    return AnsweringWeights.model_validate_json(text)
