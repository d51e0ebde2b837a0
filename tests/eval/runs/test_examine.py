from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from eval.gold_set import GoldQuestion
from eval.runs.examine import AROUND, examine
from eval.runs.record import QuestionRecord
from eval.runs.run import evaluate
from eval.runs.settings import Settings
from rag.models import Answer, Citation

if TYPE_CHECKING:
    from tests.eval.conftest import TinyArchive


def test_the_record_holds_what_scoring_needs(perfect: TinyArchive, gold: list[GoldQuestion]) -> None:
    record = examine(perfect, gold[3], Settings())
    assert [context.stored for context in record.contexts] == [citation.quote for citation in record.shown]
    assert record.contexts[1].before == ""
    assert record.contexts[1].after.startswith(" Es dauerte")
    assert len(record.contexts[1].after) <= AROUND
    assert record.results[0].text.startswith("Im Hafen liegen")
    assert examine(perfect, gold[0], Settings()).evidence == ["Das Treffen fand in Wladiwostok statt."]
    assert QuestionRecord.model_validate_json(record.model_dump_json()) == record


def test_a_citation_of_an_unknown_article_has_no_stored_text(
    perfect: TinyArchive, gold: list[GoldQuestion], cite: Callable[..., Citation]
) -> None:
    answer = perfect.answers[gold[0].question]
    invented = answer.citations[0].model_copy(update={"article_id": "invented"})
    perfect.answers[gold[0].question] = answer.model_copy(update={"citations": [invented]})
    assert examine(perfect, gold[0], Settings()).contexts[0].stored is None


def test_what_takes_too_long_is_a_failure(
    perfect: TinyArchive, gold: list[GoldQuestion], monkeypatch: pytest.MonkeyPatch
) -> None:
    prompt = perfect.ask

    def slow(question: str, *, now: str | None = None) -> Answer:
        if question == gold[0].question:
            time.sleep(0.5)
        return prompt(question, now=now)

    monkeypatch.setattr(perfect, "ask", slow)
    metrics = evaluate(perfect, gold[:2], Settings(timeout=0.1)).metrics
    assert [(failure.id, failure.step) for failure in metrics.failures] == [("dd", "ask")]
    assert "DeadlineError" in metrics.failures[0].error
    assert metrics.directions["de>de"].scores["answer_accuracy"].mean == 0
    assert metrics.directions["en>en"].scores["answer_accuracy"].mean == 1


def test_the_search_time_is_the_one_that_the_answer_states(perfect: TinyArchive, gold: list[GoldQuestion]) -> None:
    answer = perfect.answers[gold[0].question]
    perfect.answers[gold[0].question] = answer.model_copy(update={"timings_ms": {"retrieve": 123.0}})
    assert examine(perfect, gold[0], Settings()).search_ms == 123


def test_the_day_of_the_settings_goes_behind_that_of_the_question(
    perfect: TinyArchive, gold: list[GoldQuestion]
) -> None:
    settings = Settings(now="2024-05-01")
    examine(perfect, gold[0], settings)
    examine(perfect, gold[0].model_copy(update={"now": "2023-09-20"}), settings)
    assert perfect.days == ["2024-05-01", "2024-05-01", "2023-09-20", "2023-09-20"]
