"""The retrieval metrics agree with trec_eval, through ir_measures and pytrec_eval."""

from __future__ import annotations

from collections.abc import Callable

import ir_measures
import pytest
import pytrec_eval
from hypothesis import given, settings
from hypothesis import strategies as st

from eval.metrics.average_precision import average_precision
from eval.metrics.ndcg import ndcg_at_k
from eval.metrics.ranking import Ranking
from eval.metrics.recall import recall_at_k
from eval.metrics.reciprocal_rank import reciprocal_rank
from eval.metrics.success import success_at_k

OURS: dict[str, Callable[[Ranking], float]] = {
    "nDCG@10": lambda ranking: ndcg_at_k(ranking, 10),
    "R@1": lambda ranking: recall_at_k(ranking, 1),
    "R@5": lambda ranking: recall_at_k(ranking, 5),
    "R@10": lambda ranking: recall_at_k(ranking, 10),
    "Success@1": lambda ranking: success_at_k(ranking, 1),
    "Success@5": lambda ranking: success_at_k(ranking, 5),
    "RR": reciprocal_rank,
    "AP": average_precision,
}
TREC_EVAL = {
    "nDCG@10": "ndcg_cut_10",
    "R@1": "recall_1",
    "R@5": "recall_5",
    "R@10": "recall_10",
    "Success@1": "success_1",
    "Success@5": "success_5",
    "RR": "recip_rank",
    "AP": "map",
}
ASKED = {"ndcg_cut.10", "recall.1,5,10", "success.1,5", "recip_rank", "map"}
FOUND = st.lists(st.integers(0, 1), min_size=1, max_size=15)


def files(found: list[int], missed: int) -> tuple[dict[str, dict[str, int]], dict[str, dict[str, float]]]:
    """The judgements and the run of one question, as trec_eval wants them."""
    relevant = {f"d{rank}": 1 for rank, hit in enumerate(found) if hit} | {f"m{n}": 1 for n in range(missed)}
    return {"q": relevant}, {"q": {f"d{rank}": 1.0 - rank / 100 for rank in range(len(found))}}


@settings(max_examples=60, deadline=None)
@given(found=FOUND, missed=st.integers(1, 3))
def test_every_metric_agrees(found: list[int], missed: int) -> None:
    qrels, run = files(found, missed)
    ranking = Ranking(tuple(found), sum(found) + missed)
    theirs = pytrec_eval.RelevanceEvaluator(qrels, ASKED).evaluate(run)["q"]
    measures = ir_measures.calc_aggregate([ir_measures.parse_measure(name) for name in OURS], qrels, run)
    aggregated = {str(measure): value for measure, value in measures.items()}
    for name, metric in OURS.items():
        assert metric(ranking) == pytest.approx(theirs[TREC_EVAL[name]], abs=1e-6), name
        assert metric(ranking) == pytest.approx(aggregated[name], abs=1e-6), name


@settings(max_examples=60, deadline=None)
@given(gains=st.lists(st.integers(0, 3), min_size=1, max_size=15), missed=st.lists(st.integers(1, 3), min_size=1))
def test_graded_ndcg_agrees(gains: list[int], missed: list[int]) -> None:
    found = {f"d{rank}": gain for rank, gain in enumerate(gains) if gain}
    qrels = {"q": found | {f"m{n}": grade for n, grade in enumerate(missed)}}
    run = {"q": {f"d{rank}": 1.0 - rank / 100 for rank in range(len(gains))}}
    ranking = Ranking(tuple(int(gain > 0) for gain in gains), len(qrels["q"]), tuple(gains), tuple(qrels["q"].values()))
    theirs = pytrec_eval.RelevanceEvaluator(qrels, {"ndcg_cut.10"}).evaluate(run)["q"]["ndcg_cut_10"]
    assert ndcg_at_k(ranking, 10) == pytest.approx(theirs, abs=1e-6)
