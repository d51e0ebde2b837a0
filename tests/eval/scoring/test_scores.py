from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from eval.gold_set import GoldQuestion
from eval.runs.record import Context, QuestionRecord
from eval.scoring.scores import METRICS, scored
from rag.models import Answer, Citation


def record_of(gold: GoldQuestion, answer: Answer | None, **more: Any) -> QuestionRecord:
    shown = [*answer.citations, *answer.nearest] if answer else []
    contexts = [Context(stored=citation.quote) for citation in shown]
    fields: dict[str, Any] = {"results": [], "failures": [], "search_ms": 1, "ask_ms": 1, "contexts": contexts} | more
    return QuestionRecord(id=gold.id, direction=None, question=gold.question, expected=gold, answer=answer, **fields)


def test_every_score_is_a_metric_of_the_reports(
    gold: list[GoldQuestion], answer: Callable[..., Answer], cite: Callable[..., Citation]
) -> None:
    found = scored(record_of(gold[0], answer("?", cite("gipfel", "Das Treffen fand in Wladiwostok statt."))))
    assert set(found.scores) == set(METRICS)
    assert len(METRICS) == len(set(METRICS))
    assert (found.citations, found.citations_exact) == (1, 1)
    assert [verdict.support for verdict in found.verdicts] == ["verbatim"]


def test_what_failed_scores_zero_where_a_score_applies(gold: list[GoldQuestion]) -> None:
    found = scored(record_of(gold[0], None))
    assert set(found.scores) == set(METRICS)
    assert set(found.scores.values()) == {0.0}
    assert set(scored(record_of(gold[4], None)).scores) == {
        "citation_exactness",
        "faithfulness",
        "citation_recall",
        "citation_precision",
        "refusal_accuracy",
    }


def test_a_refusal_has_nothing_to_be_unfaithful_in(gold: list[GoldQuestion], refuse: Callable[..., Answer]) -> None:
    found = scored(record_of(gold[0], refuse("?"))).scores
    assert {"faithfulness", "citation_recall", "citation_precision", "citation_exactness"} & set(found) == set()
    assert (found["answer_accuracy"], found["EM"], found["nuggets_strict"], found["refusal_accuracy"]) == (0, 0, 0, 0)
    assert scored(record_of(gold[4], refuse("?"))).scores == {"refusal_accuracy": 1}


def test_scoring_twice_changes_nothing(
    gold: list[GoldQuestion], answer: Callable[..., Answer], cite: Callable[..., Citation]
) -> None:
    once = scored(record_of(gold[0], answer("?", cite("gipfel", "Es dauerte fünf Stunden."))))
    assert scored(once) == once
    assert scored(once.model_copy(update={"scores": {"RR": 0.5}, "citations": 7})) == once


def test_an_unsupported_sentence_lowers_grounding_whatever_the_answer_says_of_itself(
    gold: list[GoldQuestion], answer: Callable[..., Answer], cite: Callable[..., Citation]
) -> None:
    right = answer("?", cite("gipfel", "Das Treffen fand in Wladiwostok statt."))
    claim = right.sentences[0].model_copy(update={"text": "Das Treffen fand in Moskau statt.", "support": "supported"})
    found = scored(record_of(gold[0], right.model_copy(update={"sentences": [claim]})))
    assert (found.scores["faithfulness"], found.scores["citation_precision"]) == (0, 0)
    assert found.verdicts[0].reasons
    assert found.scores["answer_accuracy"] == 1  # the quote holds it all the same


def test_a_question_of_which_only_relevance_is_known_has_no_answer_scores(
    gold: list[GoldQuestion], answer: Callable[..., Answer], cite: Callable[..., Citation]
) -> None:
    only = GoldQuestion(
        id="q", question="?", language="de", answerable=True, articles=("gipfel",), relevance={"gipfel": 1}
    )
    found = scored(record_of(only, answer("?", cite("gipfel", "Es dauerte fünf Stunden.")))).scores
    assert "answer_accuracy" not in found
    assert found["faithfulness"] == 1


@pytest.mark.parametrize("metric", METRICS)
def test_no_metric_is_named_like_a_group(metric: str) -> None:
    assert ":" not in metric
    assert "=" not in metric
