"""RR, the reciprocal rank."""

from __future__ import annotations

from eval.metrics.ranking import Ranking


def reciprocal_rank(ranking: Ranking) -> float:
    """One divided by the rank of the first relevant thing.

    Definition: 1 / rank of the first rank that shows something relevant. Its mean over questions is MRR.
    Source: Voorhees 1999, "The TREC-8 Question Answering Track Report"; trec_eval `recip_rank`.
    Range: 0 to 1, higher is better.
    Missing: 0 when nothing relevant is ranked, or nothing is ranked at all.
    """
    return next((1 / rank for rank, found in enumerate(ranking.found, start=1) if found), 0.0)
