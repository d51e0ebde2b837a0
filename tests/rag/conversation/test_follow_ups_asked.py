"""Follow-ups through the library: what is searched for, what is said about it, and that nothing is carried silently."""

from __future__ import annotations

import pytest

from index.errors import UsageError
from rag import Answer, Fundstelle

QUESTION = "Wie viel Kilogramm hebt der neue Hafenkran in Husum?"


@pytest.fixture
def first(facts: Fundstelle) -> Answer:
    return facts.ask(QUESTION)


def _without_timings(answer: Answer) -> Answer:
    return answer.model_copy(update={"timings_ms": {}})


def test_the_answer_is_that_to_the_completed_question(facts: Fundstelle, first: Answer) -> None:
    answer = facts.ask("Und was kostete er?", history=[first])
    assert answer.question == "Und was kostete er?"
    assert answer.rewritten is not None
    assert "Hafenkran" in answer.rewritten
    alone = facts.ask(answer.rewritten)
    assert _without_timings(answer) == _without_timings(
        alone.model_copy(update={"question": answer.question, "rewritten": answer.rewritten})
    )


def test_without_a_history_the_same_text_is_asked_as_it_is(facts: Fundstelle) -> None:
    answer = facts.ask("Und was kostete er in Husum?")
    assert answer.rewritten is None


def test_a_bare_question_word_without_a_history_is_unclear(facts: Fundstelle, first: Answer) -> None:
    assert facts.ask("Warum?").reply == "unclear"
    assert facts.ask("Warum?", history=[first]).reply is None


def test_a_topic_switch_is_not_completed(facts: Fundstelle, first: Answer) -> None:
    answer = facts.ask("Wie heißt der junge Panda im Zoo von Görlitz?", history=[first])
    assert answer.rewritten is None
    assert _without_timings(answer) == _without_timings(facts.ask("Wie heißt der junge Panda im Zoo von Görlitz?"))


def test_filters_of_an_earlier_question_are_not_carried_over(facts: Fundstelle) -> None:
    restricted = facts.ask("Wie viele Menschen wurden in Emden verletzt?", sources=["tagblatt"])
    answer = facts.ask("Und wann?", history=[restricted])
    assert {citation.article_id for citation in [*answer.citations, *answer.nearest]} != {"de-brand-tagblatt"}


def test_a_time_that_is_carried_stands_in_the_question(facts: Fundstelle) -> None:
    before = facts.ask("Was kostete der Hafenkran in Husum im September 2023?")
    answer = facts.ask("Und wer bezahlte ihn?", history=[before])
    assert answer.interpreted is None or "2023" in str(answer.rewritten)
    year = facts.ask("Und 2024?", history=[before])
    assert year.rewritten is not None
    assert "2024" in year.rewritten
    assert year.interpreted is not None
    start, end = year.interpreted.spans[0]
    assert "2024" in year.rewritten[start:end]


def test_the_language_that_is_stated_is_that_of_the_answer(facts: Fundstelle, first: Answer) -> None:
    answer = facts.ask("And when?", history=[first], language="de")
    assert answer.language == "de"
    assert answer.rewritten is not None


def test_a_history_is_checked_before_anything_is_asked(facts: Fundstelle) -> None:
    with pytest.raises(UsageError, match=r"history\.1"):
        facts.ask("Wer?", history=[{"question": "Wer traf Kim?", "answer": None}, {"question": None, "answer": None}])


def test_conversations_know_nothing_of_each_other(facts: Fundstelle, first: Answer) -> None:
    panda = facts.ask("Wie heißt der junge Panda im Zoo von Görlitz?")
    crane_answer = facts.ask("Und wann?", history=[first])
    panda_answer = facts.ask("Und wann?", history=[panda])
    assert "Panda" not in str(crane_answer.rewritten)
    assert "Kran" not in str(panda_answer.rewritten)
