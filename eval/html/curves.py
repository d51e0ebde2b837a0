"""Recall@k for every k, by direction."""

from __future__ import annotations

from collections.abc import Sequence

from eval.metrics.mean import mean
from eval.metrics.recall import recall_at_k
from eval.runs.record import QuestionRecord
from eval.scoring.rankings import DEEPEST_CUTOFF
from eval.scoring.relevance import judge_articles
from eval.summary.report import DIRECTIONS


def recall_curves(records: Sequence[QuestionRecord]) -> dict[str, list[float]]:
    """Recall@1 to Recall@10 by direction, as the metric of that name; directions without questions are left out."""
    curves: dict[str, list[float]] = {}
    for direction in DIRECTIONS:
        rankings = [judge_articles(r.results, r.expected.articles) for r in records if r.direction == direction]
        means = [mean([recall_at_k(ranking, k) for ranking in rankings]) for k in range(1, DEEPEST_CUTOFF + 1)]
        found = [value for value in means if value is not None]
        if found:
            curves[direction] = found
    return curves
