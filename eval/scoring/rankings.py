"""The ranking held against the relevant articles and passages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from eval.gold_set import GoldQuestion, GoldSpan
from eval.metrics.average_precision import average_precision
from eval.metrics.ndcg import ndcg_at_k
from eval.metrics.recall import recall_at_k
from eval.metrics.reciprocal_rank import reciprocal_rank
from eval.metrics.success import success_at_k
from eval.runs.record import Hit
from eval.scoring.relevance import judge_articles, judge_passages

DEEPEST_CUTOFF = 10
"""The search must return at least this many results, or Recall@10 and nDCG@10 would not be what they are called."""


def retrieval_scores(
    gold: GoldQuestion, results: Sequence[Hit], evidence: Mapping[GoldSpan, str] = MappingProxyType({})
) -> dict[str, float]:
    """Score a ranking; a failed search is an empty one. Empty for unanswerable questions: nothing is relevant.

    Args:
        gold: the question.
        results: best first.
        evidence: what stands in the gold's spans, to recognise copies of it.
    """
    if not gold.answerable:
        return {}
    articles = judge_articles(results, gold.articles, gold.relevance)
    scores = {
        "Recall@1": recall_at_k(articles, 1),
        "Recall@5": recall_at_k(articles, 5),
        "Recall@10": recall_at_k(articles, 10),
        "Success@1": success_at_k(articles, 1),
        "Success@5": success_at_k(articles, 5),
        "nDCG@10": ndcg_at_k(articles, 10),
        "RR": reciprocal_rank(articles),
        "AP": average_precision(articles),
    }
    if gold.spans:
        passages = judge_passages(results, gold.spans, evidence)
        scores["passage_Recall@5"] = recall_at_k(passages, 5)
        scores["passage_nDCG@10"] = ndcg_at_k(passages, 10)
    return scores
