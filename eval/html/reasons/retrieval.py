"""Why a ranking scores what it scores."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from eval.html.reasons.wording import are, listed
from eval.metrics.ranking import Ranking
from eval.runs.record import QuestionRecord
from eval.scoring.relevance import judge_articles, judge_passages

Explain = Callable[[int, float, QuestionRecord], str]


def _articles(record: QuestionRecord) -> Ranking:
    return judge_articles(record.results, record.expected.articles)


def _passages(record: QuestionRecord) -> Ranking:
    return judge_passages(record.results, record.expected.spans, record.evidence_of)


def _ranks(ranking: Ranking) -> list[int]:
    """Where something relevant is shown for the first time."""
    return [rank for rank, gain in enumerate(ranking.found, 1) if gain]


def _recall(things: str, ranking: Ranking, k: int) -> str:
    found, ranks = sum(ranking.found[:k]), _ranks(ranking)
    if not ranks:
        return f"None of the {ranking.relevant} {things} was retrieved."
    first = "first" if k == 1 else f"among the first {k}"
    return f"{found} of {ranking.relevant} {things} {are(found)} {first}; they stand at {listed(ranks)}."


def _ndcg(things: str, ranking: Ranking, k: int, value: float) -> str:
    ranks = [rank for rank in _ranks(ranking) if rank <= k]
    if not ranks:
        return f"None of the {ranking.relevant} {things} is among the first {k}."
    if value == 1:
        return f"The {things} stand as far up as they can: {listed(ranks)}."
    missed = ranking.relevant - sum(ranking.found[:k])
    lost = f", and {missed} of {ranking.relevant} {are(missed)} missing" if missed else ""
    return f"{value:.0%} of the gain of the best order: the {things} stand at {listed(ranks)}{lost}."


def _success(k: int, value: float, record: QuestionRecord) -> str:
    ranks = _ranks(_articles(record))
    if not ranks:
        return "No gold article was retrieved."
    return f"The first gold article stands at rank {ranks[0]}; {_looked(k)} counts."


def _looked(k: int) -> str:
    """How far down a metric looks."""
    return "only rank 1" if k == 1 else f"rank 1 to {k}"


def _reciprocal_rank(_: int, value: float, record: QuestionRecord) -> str:
    ranks = _ranks(_articles(record))
    return f"1 / {ranks[0]}: the first gold article stands at rank {ranks[0]}." if ranks else _success(0, value, record)


def _average_precision(_: int, value: float, record: QuestionRecord) -> str:
    ranking = _articles(record)
    ranks = _ranks(ranking)
    if not ranks:
        return f"None of the {ranking.relevant} gold articles was retrieved."
    terms = " + ".join(f"{number}/{rank}" for number, rank in enumerate(ranks, 1))
    return f"({terms}) / {ranking.relevant}: the precision at each gold article, a missing one adding 0."


RETRIEVAL: Mapping[str, Explain] = {
    "Recall": lambda k, value, record: _recall("gold articles", _articles(record), k),
    "passage_Recall": lambda k, value, record: _recall("evidence passages", _passages(record), k),
    "nDCG": lambda k, value, record: _ndcg("gold articles", _articles(record), k, value),
    "passage_nDCG": lambda k, value, record: _ndcg("evidence passages", _passages(record), k, value),
    "Success": _success,
    "RR": _reciprocal_rank,
    "AP": _average_precision,
}
"""By metric, without its cut-off."""


def relations(record: QuestionRecord) -> list[str]:
    """What each retrieved passage has to do with the gold: "evidence", "gold article" or nothing; copies included."""
    evidence = _ranks(_passages(record)) if record.expected.spans else []
    gold = set(record.expected.articles)
    related = []
    for rank, hit in enumerate(record.results, 1):
        named = not gold.isdisjoint((hit.article_id, *hit.also_in))
        related.append("evidence" if rank in evidence else "gold article" if named else "")
    return related
