"""All scores of one question, by metric name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from eval.gold_set import GoldQuestion
from eval.judge import judge_articles, judge_passages
from eval.metrics.answer_accuracy import answer_accuracy
from eval.metrics.citation_exactness import citation_exactness
from eval.metrics.ndcg import ndcg_at_k
from eval.metrics.recall import recall_at_k
from eval.metrics.reciprocal_rank import reciprocal_rank
from rag.models import Answer, SearchResult

DEEPEST_CUTOFF = 10
"""The search must return at least this many results, or Recall@10 and nDCG@10 would not be what they are called."""

METRICS = (
    "Recall@1",
    "Recall@5",
    "Recall@10",
    "nDCG@10",
    "RR",
    "passage_Recall@5",
    "passage_nDCG@10",
    "answer_accuracy",
    "citation_exactness",
)
"""The metrics that have a score for each question, in the order of the reports."""


def retrieval_scores(
    gold: GoldQuestion, results: Sequence[SearchResult], texts: Mapping[str, str] = MappingProxyType({})
) -> dict[str, float]:
    """Score a ranking; a failed search is an empty one. Empty for unanswerable questions: nothing is relevant.

    Args:
        gold: the question.
        results: best first.
        texts: the stored text of the gold articles by id, to recognise copies of the evidence.
    """
    if not gold.answerable:
        return {}
    articles = judge_articles(results, gold.articles)
    scores = {
        "Recall@1": recall_at_k(articles, 1),
        "Recall@5": recall_at_k(articles, 5),
        "Recall@10": recall_at_k(articles, 10),
        "nDCG@10": ndcg_at_k(articles, 10),
        "RR": reciprocal_rank(articles),
    }
    if gold.spans:
        passages = judge_passages(results, gold.spans, texts)
        scores["passage_Recall@5"] = recall_at_k(passages, 5)
        scores["passage_nDCG@10"] = ndcg_at_k(passages, 10)
    return scores


def answer_scores(gold: GoldQuestion, answer: Answer | None, texts: Mapping[str, str]) -> dict[str, float]:
    """Score an answer; None stands for one that failed with an error and scores 0 wherever a score applies.

    Args:
        gold: the question.
        answer: what came back.
        texts: the stored text of the cited articles by id.
    """
    scores: dict[str, float] = {}
    if gold.answerable:
        scores["answer_accuracy"] = answer_accuracy(answer, gold.facts) if answer else 0.0
    exactness = citation_exactness(answer, texts) if answer else 0.0
    if exactness is not None:
        scores["citation_exactness"] = exactness
    return scores
