"""nDCG@k, the normalised discounted cumulative gain."""

from __future__ import annotations

import math
from collections.abc import Iterable

from eval.metrics.ranking import Ranking


def ndcg_at_k(ranking: Ranking, k: int) -> float:
    """Gain of the first `k` ranks, discounted by rank, relative to the best order.

    Definition: DCG@k / ideal DCG@k with DCG@k = sum of gain(rank) / log2(rank + 1) over ranks 1..k. The gain of a rank
    is the number of relevant things it shows for the first time. The ideal order sorts the ranked gains, best first,
    and adds each relevant thing that was not found as a gain of 1. At article level this is the usual binary nDCG;
    where the gold grades its articles, the gains are the grades, as in BEIR.
    Source: Järvelin and Kekäläinen 2002, "Cumulated gain-based evaluation of IR techniques", ACM TOIS 20(4); discount
    as in trec_eval `ndcg_cut.k`. No credit for what was shown before: alpha-nDCG with alpha = 1, Clarke et al. 2008,
    "Novelty and diversity in information retrieval evaluation", SIGIR.
    Range: 0 to 1, higher is better.
    Missing: an empty ranking scores 0.
    """
    if ranking.ideal:
        return _dcg(ranking.gains[:k]) / _dcg(sorted(ranking.ideal, reverse=True)[:k])
    missed = ranking.relevant - sum(ranking.found)
    ideal = sorted((gain for gain in ranking.found if gain), reverse=True) + [1] * missed
    return _dcg(ranking.found[:k]) / _dcg(ideal[:k])


def _dcg(gains: Iterable[int]) -> float:
    """Discount each gain by its rank and add them up."""
    return math.fsum(gain / math.log2(rank + 1) for rank, gain in enumerate(gains, start=1))
