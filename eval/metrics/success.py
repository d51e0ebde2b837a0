"""Success@k."""

from __future__ import annotations

from eval.metrics.ranking import Ranking


def success_at_k(ranking: Ranking, k: int) -> float:
    """Whether the first `k` ranks show anything relevant.

    Definition: 1 when at least one of the ranks 1..k shows something relevant, else 0.
    Source: Soboroff and Harman 2005, "Novelty detection: the TREC experience"; trec_eval `success.k`, also "hit rate".
    Range: 0 or 1, higher is better; its mean is the share of questions with a hit.
    Missing: an empty ranking scores 0.
    """
    return float(any(ranking.found[:k]))
