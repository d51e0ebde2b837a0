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
`bench/results/fusion.md`."""

LEAST_DEVIATION = 1e-6


def standardise(values: Scores, population: Scores) -> Scores:
    """Z-scores of `values` against the mean and deviation of `population` (which must not be empty)."""
    deviation = max(float(population.std()), LEAST_DEVIATION)
    scores: Scores = ((values - float(population.mean())) / deviation).astype(np.float32)
    return scores


def fuse(keyword: Scores, vector: Scores, question: Language, article: Language) -> Scores:
    """Add standardised keyword and vector scores of passages in one language."""
    fused: Scores = keyword + np.float32(VECTOR_WEIGHT[question, article]) * vector
    return fused
