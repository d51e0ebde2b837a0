"""One score from three: BM25, cosine and late interaction, brought to one scale and added with measured weights.

Rank fusion loses whenever one side is weak, and every side is weak somewhere. So each side is brought to the same scale
(z-scores) and weighted by how much it is worth for this pair of languages. Standardising within a language keeps the
question's own language, where keywords match more, from hiding the other one.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from index.models import Language
from rag.retrieval.weights import weights_of

Scores = NDArray[np.float32]

FEW = 10
"""A language with so many passages has half a say in its own scale, the whole archive the other half; with ten times
as many it has all of it. Three English passages in a German archive are no scale of their own: their mean would be
their own answer's score, and it would never be found."""

LEAST_DEVIATION = 1e-6


def standardise(values: Scores, population: Scores, background: Scores) -> Scores:
    """Z-scores of `values` against `population`, leaning on `background` while the population is small.

    Args:
        values: the scores to be brought to scale.
        population: scores of the language's passages; not empty.
        background: scores of all passages, those of the language included.
    """
    share = len(population) ** 2 / (len(population) ** 2 + FEW**2)
    own, other = float(population.mean()), float(background.mean())
    mean = share * own + (1.0 - share) * other
    variance = share * (float(population.var()) + (own - mean) ** 2)
    variance += (1.0 - share) * (float(background.var()) + (other - mean) ** 2)
    scores: Scores = ((values - mean) / max(variance**0.5, LEAST_DEVIATION)).astype(np.float32)
    return scores


def fuse(keyword: Scores, vector: Scores, question: Language, article: Language) -> Scores:
    """Add standardised keyword and vector scores of passages in one language: enough to choose candidates by."""
    weights = weights_of(question, article)
    fused: Scores = np.float32(weights.keyword) * keyword + np.float32(weights.vector) * vector
    return fused


def token_part(late: Scores, question: Language, article: Language) -> Scores:
    """What late interaction (0 to 1) of passages in one language adds to their fused scores."""
    weights = weights_of(question, article)
    part: Scores = np.float32(weights.token / weights.token_deviation) * (late - np.float32(weights.token_mean))
    return part
