from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from eval.gold_set import GoldQuestion
from eval.runs.record import QuestionRecord
from eval.scoring.scores import METRICS
from eval.summary.report import DIRECTIONS, build_report
from rag.models import Answer, IndexInfo

INFO = IndexInfo(generation="g7", articles=3, passages=5)
Record = Callable[..., QuestionRecord]


@pytest.fixture
def record(answer: Callable[..., Answer], refuse: Callable[..., Answer]) -> Record:
    """A record with the given scores; without a direction, of an unanswerable question."""

    def make(direction: str | None, language: str = "de", refused: bool = False, **details: Any) -> QuestionRecord:
        answerable = {"answers": ["x"], "articles": ["a"]} if direction else {}
        gold = GoldQuestion.model_validate(
            {"id": "q", "question": "?", "language": language, "answerable": direction is not None, **answerable}
            | {"tags": details.get("tags", [])}
        )
        return QuestionRecord(
            id="q",
            direction=direction,
            question="?",
            expected=gold,
            answer=(refuse if refused else answer)("?"),
            results=[],
            scores=details.get("scores", {}),
            citations=2,
            citations_exact=details.get("exact", 2),
            failures=[],
            search_ms=details.get("ms", 1),
            ask_ms=10 * details.get("ms", 1),
        )

    return make


def test_means_per_direction_and_the_macro_mean(record: Record) -> None:
    records = [
        record("de>de", scores={"RR": 1.0, "answer_accuracy": 1.0}),
        record("de>de", scores={"RR": 0.5, "answer_accuracy": 0.0}),
        record("de>de", scores={"RR": 0.0, "answer_accuracy": 0.0}),
        record("en>de", language="en", scores={"RR": 0.25, "answer_accuracy": 1.0}),
    ]
    metrics = build_report(records, INFO, 10).metrics
    assert tuple(metrics.directions) == DIRECTIONS
    assert metrics.directions["de>de"].scores["RR"].mean == 0.5
    assert metrics.directions["de>de"].scores["RR"].n == 3
    assert metrics.directions["en>de"].scores["RR"].mean == 0.25
    # (0.5 + 0.25) / 2 directions, not the mean over the four questions
    assert metrics.macro_mean_of_directions["RR"].mean == 0.375
    assert metrics.macro_mean_of_directions["RR"].n == 2
    assert metrics.macro_mean_of_directions["answer_accuracy"].mean == pytest.approx((1 / 3 + 1) / 2)


def test_a_direction_that_scores_zero_counts_in_the_macro_mean(record: Record) -> None:
    records = [record("de>de", scores={"RR": 1.0}), record("en>de", language="en", scores={"RR": 0.0})]
    macro = build_report(records, INFO, 10).metrics.macro_mean_of_directions["RR"]
    assert (macro.mean, macro.n) == (0.5, 2)


def test_directions_without_questions_are_shown_empty(record: Record) -> None:
    metrics = build_report([record("de>de", scores={"RR": 1.0})], INFO, 10).metrics
    empty = metrics.directions["en>en"]
    assert (empty.questions, empty.scores["RR"].mean, empty.scores["RR"].n) == (0, None, 0)
    assert set(empty.scores) == set(METRICS)


def test_refusals_by_question_language(record: Record) -> None:
    records = [
        record(None, refused=True),
        record(None),
        record("de>en", refused=True),
        record("de>de"),
        record(None, language="en", refused=True),
    ]
    languages = build_report(records, INFO, 10).metrics.languages
    assert (languages["de"].questions, languages["de"].answerable) == (4, 2)
    assert (languages["de"].refusal.precision, languages["de"].refusal.recall) == (0.5, 0.5)
    assert (languages["en"].refusal.precision, languages["en"].refusal.recall) == (1, 1)
    assert languages["all"].refusal.recall == pytest.approx(2 / 3)


def test_tags_group_across_directions(record: Record) -> None:
    records = [
        record("de>de", scores={"RR": 1.0}, tags=["dated", "multi"]),
        record("en>en", language="en", scores={"RR": 0.0}, tags=["dated"]),
        record(None, tags=["near_miss"]),
        record("en>en", language="en", scores={"RR": 0.0}),
    ]
    tags = build_report(records, INFO, 10).metrics.tags
    assert list(tags) == ["dated", "multi", "near_miss"]
    assert tags["dated"].scores["RR"].mean == 0.5
    assert tags["near_miss"].refusal.recall == 0


def test_citations_latency_and_archive(record: Record) -> None:
    records = [record("de>de", ms=ms, exact=1 if ms == 3 else 2) for ms in range(1, 21)]
    report = build_report(records, INFO, 12)
    assert (report.metrics.citations.checked, report.metrics.citations.exact) == (40, 39)
    assert (report.latency_ms["search"].p50, report.latency_ms["search"].p95) == (10, 19)
    assert (report.latency_ms["ask"].p50, report.latency_ms["ask"].p95) == (100, 190)
    assert (report.metrics.k, report.metrics.articles, report.metrics.passages) == (12, 3, 5)
    assert report.generation == "g7"


def test_metrics_know_nothing_of_time_or_generation(record: Record) -> None:
    fast = build_report([record("de>de", ms=1)], INFO, 10).metrics
    slow = build_report([record("de>de", ms=99)], INFO.model_copy(update={"generation": "g8"}), 10).metrics
    assert fast == slow
