"""AP, average precision."""

from __future__ import annotations

import math

from eval.metrics.ranking import Ranking


def average_precision(ranking: Ranking) -> float:
    """Precision at every rank that shows something relevant, averaged over all that is relevant.

    Definition: sum of precision(rank) over the ranks that show something relevant / number of relevant things, where
    precision(rank) is the share of such ranks among the ranks 1..rank. What is not found adds 0.
    Source: Buckley and Voorhees 2000, "Evaluating evaluation measure stability", SIGIR; trec_eval `map`.
    Range: 0 to 1, higher is better. Its mean over questions is MAP.
    Missing: 0 when nothing relevant is ranked, or nothing is ranked at all.
    """
    hits = [rank for rank, found in enumerate(ranking.found, start=1) if found]
    return math.fsum(number / rank for number, rank in enumerate(hits, start=1)) / ranking.relevant
