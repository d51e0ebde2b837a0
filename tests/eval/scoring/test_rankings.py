from __future__ import annotations

from collections.abc import Callable

import pytest

from eval.gold_set import GoldQuestion
from eval.runs.record import Hit
from eval.scoring.rankings import retrieval_scores
from rag.models import SearchResult


def hits(*results: SearchResult) -> list[Hit]:
    return [Hit.model_validate(result.model_dump()) for result in results]


def test_hand_computed(gold: list[GoldQuestion], hit: Callable[..., SearchResult]) -> None:
    # articles: port, gipfel (rank 2); passages: the first of gipfel lies behind the span, the second touches it
    results = hits(hit("port"), hit("port", 38, 50), hit("gipfel", 39, 60), hit("gipfel", 30, 60))
    assert retrieval_scores(gold[0], results) == pytest.approx(
        {
            "Recall@1": 0,
            "Recall@5": 1,
            "Recall@10": 1,
            "Success@1": 0,
            "Success@5": 1,
            "nDCG@10": 0.6309297536,  # 1 / log2(3)
            "RR": 0.5,
            "AP": 0.5,
            "passage_Recall@5": 1,
            "passage_nDCG@10": 0.4306765581,  # 1 / log2(5)
        }
    )


def test_a_failed_search_scores_zero_everywhere(gold: list[GoldQuestion]) -> None:
    assert set(retrieval_scores(gold[0], []).values()) == {0.0}


def test_nothing_is_relevant_to_an_unanswerable_question(
    gold: list[GoldQuestion], hit: Callable[..., SearchResult]
) -> None:
    assert retrieval_scores(gold[4], hits(hit("hafen"))) == {}


def test_a_copy_of_the_evidence_counts(gold: list[GoldQuestion], hit: Callable[..., SearchResult]) -> None:
    copied = hit("port", 0, 38).model_copy(update={"also_in": ["gipfel"], "text": "Wie man hört: Das Treffen ..."})
    span = gold[0].spans[0]
    assert retrieval_scores(gold[0], hits(copied), {span: "Das Treffen"})["passage_Recall@5"] == 1
    assert retrieval_scores(gold[0], hits(copied), {span: "Die Sitzung"})["passage_Recall@5"] == 0
