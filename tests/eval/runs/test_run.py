from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from eval.gold_set import GoldQuestion
from eval.runs.run import evaluate
from eval.runs.settings import Settings
from index.errors import DamagedIndexError, FundstelleError, UsageError
from rag.models import Citation, SearchResult

if TYPE_CHECKING:
    from tests.eval.conftest import TinyArchive


def test_a_perfect_archive_scores_one_everywhere(perfect: TinyArchive, gold: list[GoldQuestion]) -> None:
    metrics = evaluate(perfect, gold).metrics
    assert list(metrics.directions) == ["de>de", "en>en", "de>en", "en>de"]
    for name, group in metrics.directions.items():
        on_spans = ("passage_Recall@5", "passage_nDCG@10", "evidence_hit")  # only the first question has one
        expected = {metric: 1.0 for metric in group.scores if metric not in on_spans}
        if name == "en>de":
            expected["Recall@1"] = 0.5  # two articles do not fit into one rank
        assert {metric: group.scores[metric].mean for metric in expected} == expected
        assert group.questions == group.answerable == 1
    assert metrics.directions["de>de"].scores["passage_nDCG@10"].mean == 1
    assert metrics.directions["en>en"].scores["passage_nDCG@10"].mean is None
    assert metrics.languages["all"].refusal.f1 == 1
    assert (metrics.citations.checked, metrics.citations.exact) == (6, 6)
    assert metrics.failures == []


def test_the_record_of_a_question_explains_its_scores(perfect: TinyArchive, gold: list[GoldQuestion]) -> None:
    report = evaluate(perfect, gold)
    record = next(record for record in report.records if record.id == "ed")
    assert record.direction == "en>de"
    assert record.question == gold[3].question
    assert record.expected == gold[3]
    assert record.answer == perfect.answers[record.question]
    assert [result.article_id for result in record.results] == ["hafen", "gipfel"]
    assert record.scores["RR"] == 1
    assert record.scores["Recall@1"] == 0.5
    assert "passage_Recall@5" not in record.scores


def test_unanswerable_questions_have_no_direction_and_no_retrieval_score(
    perfect: TinyArchive, gold: list[GoldQuestion]
) -> None:
    records = {record.id: record for record in evaluate(perfect, gold).records}
    assert records["du"].direction is None
    assert records["du"].scores == {"citation_exactness": 1.0, "refusal_accuracy": 1.0}
    assert records["eu"].scores == {"refusal_accuracy": 1.0}
    assert records["eu"].refused


def test_records_are_kept_as_they_come(perfect: TinyArchive, gold: list[GoldQuestion]) -> None:
    kept: list[str] = []
    evaluate(perfect, gold, keep=lambda record: kept.append(record.question))
    assert kept == perfect.asked == [question.question for question in gold]


def test_what_is_known_is_not_asked_again(perfect: TinyArchive, gold: list[GoldQuestion]) -> None:
    whole = evaluate(perfect, gold)
    perfect.asked.clear()
    known = {record.id: record for record in whole.records[1:3]}
    again = evaluate(perfect, gold, known=known)
    assert perfect.asked == [gold[place].question for place in (0, 3, 4, 5)]
    assert again.metrics == whole.metrics
    assert [record.id for record in again.records] == [question.id for question in gold]


@pytest.mark.parametrize("jobs", [2, 5])
def test_several_at_a_time_give_the_same_report(perfect: TinyArchive, gold: list[GoldQuestion], jobs: int) -> None:
    alone = evaluate(perfect, gold).metrics.model_dump_json()
    together = evaluate(perfect, gold, Settings(jobs=jobs))
    assert together.metrics.model_dump_json() == alone
    assert [record.id for record in together.records] == [question.id for question in gold]


def test_a_defect_ends_the_run_whatever_the_jobs(perfect: TinyArchive, gold: list[GoldQuestion]) -> None:
    del perfect.answers[gold[0].question]
    with pytest.raises(KeyError):
        evaluate(perfect, gold, Settings(jobs=3))


def test_errors_count_as_failures_and_are_listed(perfect: TinyArchive, gold: list[GoldQuestion]) -> None:
    perfect.errors["ask", gold[0].question] = DamagedIndexError("The vectors are gone.", "Index again.")
    perfect.errors["search", gold[1].question] = DamagedIndexError("The keywords are gone.")
    perfect.errors["ask", gold[4].question] = UsageError("No.")
    metrics = evaluate(perfect, gold).metrics

    assert [(failure.id, failure.step) for failure in metrics.failures] == [
        ("dd", "ask"),
        ("ee", "search"),
        ("du", "ask"),
    ]
    assert metrics.failures[0].error == "DamagedIndexError: The vectors are gone. Index again."
    asked, searched = metrics.directions["de>de"].scores, metrics.directions["en>en"].scores
    assert (asked["answer_accuracy"].mean, asked["citation_exactness"].mean, asked["RR"].mean) == (0, 0, 1)
    assert (searched["answer_accuracy"].mean, searched["RR"].mean, searched["RR"].n) == (1, 0, 1)
    assert metrics.languages["de"].refusal.missed == 1


def test_a_defect_is_not_taken_for_a_failure(perfect: TinyArchive, gold: list[GoldQuestion]) -> None:
    del perfect.answers[gold[0].question]
    with pytest.raises(KeyError):
        evaluate(perfect, gold)


def test_a_citation_of_an_unknown_article_is_not_exact(
    perfect: TinyArchive, gold: list[GoldQuestion], cite: Callable[..., Citation]
) -> None:
    question = gold[0].question
    answer = perfect.answers[question]
    invented = answer.citations[0].model_copy(update={"article_id": "invented"})
    perfect.answers[question] = answer.model_copy(update={"citations": [*answer.citations, invented]})
    report = evaluate(perfect, gold)
    assert report.metrics.directions["de>de"].scores["citation_exactness"].mean == 0.5
    assert (report.metrics.citations.checked, report.metrics.citations.exact) == (7, 6)


def test_missing_articles_are_named_before_the_first_question(perfect: TinyArchive, gold: list[GoldQuestion]) -> None:
    strangers = [
        question.model_copy(update={"about": (*question.about, f"stranger{number}")})
        for number, question in enumerate(gold)
    ]
    with pytest.raises(FundstelleError) as caught:
        evaluate(perfect, strangers)
    message = str(caught.value)
    assert "6 of the 9 articles" in message
    assert "stranger0, stranger1, stranger2, ..." in message
    assert "fundstelle index corpus/" in message
    assert perfect.asked == []


def test_too_few_results_for_the_metrics_are_refused(perfect: TinyArchive, gold: list[GoldQuestion]) -> None:
    with pytest.raises(UsageError, match="-k 9"):
        evaluate(perfect, gold, Settings(k=9))
    assert perfect.asked == []


def test_k_results_are_searched_for(
    perfect: TinyArchive, gold: list[GoldQuestion], hit: Callable[..., SearchResult]
) -> None:
    perfect.rankings[gold[0].question] = [hit("port")] * 10 + [hit("gipfel")]
    assert evaluate(perfect, gold[:1]).metrics.directions["de>de"].scores["RR"].mean == 0
    deeper = evaluate(perfect, gold[:1], Settings(k=11)).metrics
    assert (deeper.k, deeper.directions["de>de"].scores["RR"].mean) == (11, 0.5)


def test_two_runs_give_identical_metrics_in_any_order(perfect: TinyArchive, gold: list[GoldQuestion]) -> None:
    perfect.answers[gold[1].question] = perfect.answers[gold[5].question]
    first = evaluate(perfect, gold).metrics.model_dump_json()
    assert evaluate(perfect, gold).metrics.model_dump_json() == first
    assert evaluate(perfect, gold[::-1]).metrics.model_dump_json() == first


def test_a_question_is_asked_on_the_day_that_it_states(perfect: TinyArchive, gold: list[GoldQuestion]) -> None:
    evaluate(perfect, [gold[0].model_copy(update={"now": "2023-09-20"}), gold[1]])
    assert perfect.days == ["2023-09-20", "2023-09-20", None, None]
