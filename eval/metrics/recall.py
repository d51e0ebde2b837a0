"""Recall@k."""

from __future__ import annotations

from eval.metrics.ranking import Ranking


def recall_at_k(ranking: Ranking, k: int) -> float:
    """Share of the relevant things that the first `k` ranks show.

    Definition: relevant things found at ranks 1..k / all relevant things.
    Source: van Rijsbergen 1979, "Information Retrieval", 2nd edition, chapter 7; cut-off as in trec_eval `recall.k`.
    Range: 0 to 1, higher is better. With n > k relevant articles 1 cannot be reached.
    Missing: an empty ranking scores 0.
    """
    return sum(ranking.found[:k]) / ranking.relevant
