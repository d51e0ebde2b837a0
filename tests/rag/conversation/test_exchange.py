from __future__ import annotations

from typing import Any

import pytest

from index.errors import UsageError
from rag import Answer, Fundstelle
from rag.conversation import Entry, Exchange, read_history, rewrite

QUESTION = "Wie viel Kilogramm hebt der neue Hafenkran in Husum?"


@pytest.fixture
def answer(facts: Fundstelle) -> Answer:
    return facts.ask(QUESTION)


def test_an_answer_brings_its_question_and_its_evidence(answer: Answer) -> None:
    (exchange,) = read_history([answer])
    assert (exchange.question, exchange.language) == (QUESTION, "de")
    assert [quote.text for quote in exchange.quotes] == [citation.quote for citation in answer.citations]
    for quote, citation in zip(exchange.quotes, answer.citations, strict=True):
        assert (citation.highlight is None) == (quote.phrase == "")
        assert quote.phrase in quote.text


def test_every_form_of_an_exchange_says_the_same(answer: Answer) -> None:
    as_json = {"question": QUESTION, "answer": answer.model_dump(mode="json")}
    assert read_history([(QUESTION, answer)]) == read_history([answer]) == read_history([as_json])


def test_a_completed_question_stands_for_the_one_that_was_typed(answer: Answer) -> None:
    rewritten = answer.model_copy(update={"question": "Und wann?", "rewritten": "Wann hob der Kran?"})
    assert read_history([rewritten])[0].question == "Wann hob der Kran?"


def test_the_text_of_an_answer_will_do_and_so_will_none() -> None:
    with_text, without = read_history(
        [{"question": QUESTION, "answer": "Er hebt 60.000 Kilogramm. [1]"}, {"question": QUESTION, "answer": None}]
    )
    assert with_text.quotes[0].text == "Er hebt 60.000 Kilogramm. [1]"
    assert without.quotes == ()
    assert not with_text.complete


def test_follow_ups_known_by_their_text_alone_are_completed_one_from_the_other() -> None:
    history = [
        {"question": "Wann trat Finnland der Nato bei?", "answer": None},
        {"question": "Und Schweden?", "answer": None},
    ]
    assert rewrite("Warum?", None, history).text == "Warum trat Schweden der Nato bei?"


def test_courtesies_are_left_out(facts: Fundstelle, answer: Answer) -> None:
    history: list[Entry] = [facts.ask("Hallo"), answer, {"question": "Danke!", "answer": "Gern geschehen."}]
    assert [exchange.question for exchange in read_history(history)] == [QUESTION]


@pytest.mark.parametrize(
    "entry",
    [{}, {"question": 3, "answer": None}, {"question": "x", "answer": 3}, {"question": "x", "answer": {"text": "x"}}],
)
def test_anything_else_is_wrong_usage(facts: Fundstelle, entry: dict[str, Any]) -> None:
    with pytest.raises(UsageError, match=r"history\.0") as caught:
        facts.ask("Und wann?", history=[entry])
    assert caught.value.remedy


def test_an_exchange_knows_when_it_stands_by_itself() -> None:
    assert Exchange("Wer?", "de").complete
