"""Rankings of another system, scored with our metrics against gold or TREC judgements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from eval.formats.dataset import Rankings
from eval.formats.trec import Judgement
from eval.metrics.average_precision import average_precision
from eval.metrics.mean import mean
from eval.metrics.ndcg import ndcg_at_k
from eval.metrics.ranking import Ranking
from eval.metrics.recall import recall_at_k
from eval.metrics.reciprocal_rank import reciprocal_rank
from eval.metrics.success import success_at_k
from index.errors import UsageError


def score_run(run: Rankings, judgements: Sequence[Judgement]) -> dict[str, float]:
    """The mean of each retrieval metric over all judged questions; one that the run does not rank scores 0.

    A grade of 1 and up is relevant, as in the metrics of `fundstelle eval`.

    Args:
        run: ranked articles by question.
        judgements: which of them are relevant.

    Raises:
        UsageError: no question has a relevant article, or the run ranks none of the judged questions.
    """
    relevant: dict[str, set[str]] = {}
    for question, article, grade in judgements:
        if grade > 0:
            relevant.setdefault(question, set()).add(article)
    if not relevant:
        raise UsageError("no question has a relevant article.", "Give judgements with grades of 1 and up.")
    if not relevant.keys() & run.by_question.keys():
        remedy = "Compare the ids: the run has " + ", ".join(map(repr, list(run.by_question)[:3])) + "."
        raise UsageError("the run ranks none of the judged questions.", remedy)
    judged = [_judged(run.by_question, question, articles) for question, articles in relevant.items()]
    scored = [_scores(ranking) for ranking in judged]
    return {metric: mean([scores[metric] for scores in scored]) or 0.0 for metric in scored[0]}


def _judged(by_question: Mapping[str, Sequence[tuple[str, float]]], question: str, relevant: set[str]) -> Ranking:
    """Which ranks are relevant; an article that is ranked twice counts where it stands first."""
    ranked = dict.fromkeys(article for article, _ in by_question.get(question, ()))
    return Ranking(tuple(int(article in relevant) for article in ranked), len(relevant))


def _scores(ranking: Ranking) -> dict[str, float]:
    return {
        **{f"Recall@{k}": recall_at_k(ranking, k) for k in (1, 5, 10)},
        **{f"Success@{k}": success_at_k(ranking, k) for k in (1, 5)},
        "nDCG@10": ndcg_at_k(ranking, 10),
        "RR": reciprocal_rank(ranking),
        "AP": average_precision(ranking),
    }
