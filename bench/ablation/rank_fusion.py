"""Reciprocal rank fusion in the place of the calibrated one (Cormack et al. 2009), per language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from index.columns import Rows
from rag.retrieval.asked import Asked
from rag.retrieval.candidates import Candidates, SourceName
from rag.retrieval.fusion import Scores
from rag.retrieval.scoring import Scored, score

CONSTANT = 60

SCALE = 10.0 * (CONSTANT + 1) / 2
"""Brings the first of both rankings to 10, about what the right passage has in fused score: what dates, order,
diversity and the reader add or take keeps its weight."""


def rank_fused(asked: Asked, candidates: Candidates, k: int) -> Scored:
    """`rag.retrieval.scoring.score` with the keyword and the vector ranking fused by rank, and no late interaction."""
    scored = score(asked, candidates, k)
    nothing = np.zeros_like(scored.fused)
    fused = reciprocal_ranks(scored.rows, candidates.sources) + scored.date_part
    compared = np.zeros_like(scored.compared)
    return replace(scored, token=nothing, token_part=nothing, compared=compared, fused=fused)


def reciprocal_ranks(rows: Rows, sources: Mapping[SourceName, Rows]) -> Scores:
    """The scores of candidates by their places among those by keyword and those by vector.

    Args:
        rows: the candidates, in ascending order.
        sources: some of them by what brought them in, best first.
    """
    scores = np.zeros(len(rows), dtype=np.float32)
    for name in ("keyword", "vector"):
        ranked = sources[name]
        scores[np.searchsorted(rows, ranked)] += SCALE / (CONSTANT + 1 + np.arange(len(ranked)))
    return scores
