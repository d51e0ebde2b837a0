"""Semantic similarity of an answer with what was expected."""

from __future__ import annotations

from collections.abc import Callable, Collection

import numpy as np

from eval.metrics.exact_match import exact_match
from index.embedding.interface import Vectors

Embed = Callable[[str], Vectors]
"""Turns a text into a unit vector of shape (dimension,), the same whatever else is embedded."""

_DIGITS = 4
"""The last digits of a float32 product depend on the processor; they are no part of the score."""


def similarity(prediction: str, answers: Collection[str], embed: Embed) -> float:
    """Cosine between the prediction and the acceptable answer that it comes nearest to.

    Definition: 1 for an exact match; else the maximum over answers of cos(embed(prediction), embed(answer)), negative
    values as 0, rounded to 4 digits.
    It sees synonyms and translations, but not whether a number or a name is right: read it beside EM and F1.
    Source: bi-encoder variant of Risch et al. 2021, "Semantic Answer Similarity for Evaluating Question Answering
    Models", MRQA; the vectors are those of the embedded model (`index.embedding`).
    Range: 0 to 1, higher is better.
    Missing: an empty prediction, a refusal or an error of an answerable question scores 0; undefined for unanswerable
    questions.
    """
    if not prediction.strip():
        return 0.0
    if exact_match(prediction, answers):
        return 1.0
    vector = embed(prediction)
    best = max((float(np.dot(vector, embed(answer))) for answer in answers), default=0.0)
    return round(min(max(best, 0.0), 1.0), _DIGITS)
