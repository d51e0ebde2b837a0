"""The evaluation evaluated: each defect moves its own metric down, and no other metric of the answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from eval.gold_set import GoldQuestion
from eval.runs.run import evaluate
from eval.summary.report import Metrics
from index.errors import ModelError
from rag.models import Answer, Citation, SearchResult

if TYPE_CHECKING:
    from tests.eval.conftest import TinyArchive

Figures = dict[str, float | None]
Change = Callable[[Answer], Answer]
DIRECTIONS = ["de>de", "en>en", "de>en", "en>de"]


def figures(metrics: Metrics, direction: str, language: str) -> Figures:
    scores = metrics.directions[direction].scores
    refusal = metrics.languages[language].refusal
    return {
        "accuracy": scores["answer_accuracy"].mean,
        "exactness": scores["citation_exactness"].mean,
        "nDCG": scores["nDCG@10"].mean,
        "refusal_precision": refusal.precision,
        "refusal_recall": refusal.recall,
    }


PERFECT = {"accuracy": 1, "exactness": 1, "nDCG": 1, "refusal_precision": 1, "refusal_recall": 1}


def shift(answer: Answer) -> Answer:
    wrong = [c.model_copy(update={"start": c.start + 1, "end": c.end + 1}) for c in answer.citations]
    return answer.model_copy(update={"citations": wrong})


def drop_citations(answer: Answer) -> Answer:
    return answer.model_copy(update={"citations": []})


@pytest.fixture
def wrong_answer(answer: Callable[..., Answer], cite: Callable[..., Citation]) -> Change:
    return lambda right: answer(right.question, cite("port", "Loading has stopped."), language=right.language)


@pytest.fixture
def refusal_instead(refuse: Callable[..., Answer]) -> Change:
    return lambda right: refuse(right.question, *right.citations, language=right.language)


@pytest.mark.parametrize("number", range(4), ids=DIRECTIONS)
class TestAnswerable:
    """One answer of a perfect archive is spoilt, in each direction."""

    def outcome(self, perfect: TinyArchive, gold: list[GoldQuestion], number: int, change: Change) -> Figures:
        question = gold[number].question
        perfect.answers[question] = change(perfect.answers[question])
        return figures(evaluate(perfect, gold).metrics, DIRECTIONS[number], gold[number].language)

    def test_nothing_changed(self, perfect: TinyArchive, gold: list[GoldQuestion], number: int) -> None:
        assert self.outcome(perfect, gold, number, lambda answer: answer) == PERFECT

    def test_wrong_offsets(self, perfect: TinyArchive, gold: list[GoldQuestion], number: int) -> None:
        assert self.outcome(perfect, gold, number, shift) == PERFECT | {"exactness": 0}

    def test_dropped_citations(self, perfect: TinyArchive, gold: list[GoldQuestion], number: int) -> None:
        assert self.outcome(perfect, gold, number, drop_citations) == PERFECT | {"exactness": 0, "accuracy": 0}

    def test_wrong_answer(
        self, perfect: TinyArchive, gold: list[GoldQuestion], number: int, wrong_answer: Change
    ) -> None:
        assert self.outcome(perfect, gold, number, wrong_answer) == PERFECT | {"accuracy": 0}

    def test_refusal_instead_of_an_answer(
        self, perfect: TinyArchive, gold: list[GoldQuestion], number: int, refusal_instead: Change
    ) -> None:
        # one right refusal and one wrong one in this language
        expected = PERFECT | {"accuracy": 0, "refusal_precision": 0.5}
        assert self.outcome(perfect, gold, number, refusal_instead) == expected

    def test_an_error_instead_of_an_answer(self, perfect: TinyArchive, gold: list[GoldQuestion], number: int) -> None:
        perfect.errors["ask", gold[number].question] = ModelError("No model.")
        outcome = figures(evaluate(perfect, gold).metrics, DIRECTIONS[number], gold[number].language)
        assert outcome == PERFECT | {"accuracy": 0, "exactness": 0}

    def test_the_article_ranked_second(
        self, perfect: TinyArchive, gold: list[GoldQuestion], number: int, hit: Callable[..., SearchResult]
    ) -> None:
        question = gold[number].question
        perfect.rankings[question] = [hit("port"), *perfect.rankings[question]]
        outcome = figures(evaluate(perfect, gold).metrics, DIRECTIONS[number], gold[number].language)
        assert outcome["nDCG"] is not None
        assert 0 < outcome["nDCG"] < 1
        assert outcome | {"nDCG": 1} == PERFECT


def test_half_of_a_two_fact_answer_is_wrong(perfect: TinyArchive, gold: list[GoldQuestion]) -> None:
    question = gold[3].question
    whole = perfect.answers[question]
    perfect.answers[question] = whole.model_copy(update={"citations": whole.citations[:1]})
    assert figures(evaluate(perfect, gold).metrics, "en>de", "en") == PERFECT | {"accuracy": 0}


@pytest.mark.parametrize(("number", "language"), [(4, "de"), (5, "en")])
def test_an_answer_instead_of_a_refusal(
    perfect: TinyArchive, gold: list[GoldQuestion], number: int, language: str, wrong_answer: Change
) -> None:
    question = gold[number].question
    perfect.answers[question] = wrong_answer(perfect.answers[question])
    metrics = evaluate(perfect, gold).metrics
    assert metrics.languages[language].refusal.recall == 0
    assert metrics.languages["all"].refusal.recall == 0.5
    assert metrics.languages["all"].refusal.precision == 1
    assert metrics.macro_mean_of_directions["answer_accuracy"].mean == 1


def test_a_nearest_passage_with_wrong_offsets(perfect: TinyArchive, gold: list[GoldQuestion]) -> None:
    question = gold[4].question
    refused = perfect.answers[question]
    nearest = [c.model_copy(update={"start": c.start - 1}) for c in refused.nearest]
    perfect.answers[question] = refused.model_copy(update={"nearest": nearest})
    metrics = evaluate(perfect, gold).metrics
    assert (metrics.citations.checked, metrics.citations.exact) == (6, 5)
    assert metrics.tags["near_miss"].scores["citation_exactness"].mean == 0
