"""One score from two: BM25 and cosine, standardised within each article language and added with measured weights.

Rank fusion loses whenever one side is weak, and the English embedder is weak on German. So each side is brought to
the same scale (z-scores) and weighted by how much it is worth for this pair of languages. Standardising within a
language keeps the question's own language, where keywords match more, from hiding the other one.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from index.models import Language

Scores = NDArray[np.float32]

VECTOR_WEIGHT: dict[tuple[Language, Language], float] = {
    ("de", "de"): 0.5,
    ("de", "en"): 0.4,
    ("en", "de"): 1.5,
    ("en", "en"): 1.0,
}
"""(question, article) -> weight of the vector score against 1 for keywords; chosen on MLQA dev, see
`bench/results/retrieval.md`."""

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
    """Add standardised keyword and vector scores of passages in one language."""
    fused: Scores = keyword + np.float32(VECTOR_WEIGHT[question, article]) * vector
    return fused
