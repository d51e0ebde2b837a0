from __future__ import annotations

from collections.abc import Callable

import pytest

from eval.gold_set import GoldQuestion
from eval.scores import METRICS, answer_scores, retrieval_scores
from rag.models import Answer, SearchResult


def test_hand_computed(gold: list[GoldQuestion], hit: Callable[..., SearchResult]) -> None:
    # articles: port, gipfel (rank 2); passages: the first of gipfel lies behind the span, the second touches it
    results = [hit("port"), hit("port", 38, 50), hit("gipfel", 39, 60), hit("gipfel", 30, 60)]
    assert retrieval_scores(gold[0], results) == pytest.approx(
        {
            "Recall@1": 0,
            "Recall@5": 1,
            "Recall@10": 1,
            "nDCG@10": 0.6309297536,  # 1 / log2(3)
            "RR": 0.5,
            "passage_Recall@5": 1,
            "passage_nDCG@10": 0.4306765581,  # 1 / log2(5)
        }
    )


def test_every_score_is_a_metric_of_the_reports(gold: list[GoldQuestion], answer: Callable[..., Answer]) -> None:
    scores = retrieval_scores(gold[0], []) | answer_scores(gold[0], answer("?"), {})
    assert tuple(scores) == METRICS


def test_what_failed_scores_zero_where_a_score_applies(gold: list[GoldQuestion]) -> None:
    assert set(retrieval_scores(gold[0], []).values()) == {0.0}
    assert answer_scores(gold[0], None, {}) == {"answer_accuracy": 0, "citation_exactness": 0}
    assert answer_scores(gold[4], None, {}) == {"citation_exactness": 0}


def test_nothing_is_relevant_to_an_unanswerable_question(
    gold: list[GoldQuestion], hit: Callable[..., SearchResult]
) -> None:
    assert retrieval_scores(gold[4], [hit("hafen")]) == {}
