from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from fastapi.testclient import TestClient

from rag import Answer

QUESTION = "Wie viel Kilogramm hebt der neue Hafenkran in Husum?"
PANDA = "Wie heißt der junge Panda im Zoo von Görlitz?"


def _ask(client: TestClient, **body: object) -> Answer:
    response = client.post("/v1/query", json=body)
    assert response.status_code == 200, response.text
    return Answer.model_validate(response.json())


def test_a_follow_up_is_completed_from_the_history_of_the_request(client: TestClient) -> None:
    first = _ask(client, question=QUESTION)
    history = [{"question": QUESTION, "answer": first.model_dump(mode="json")}]
    answer = _ask(client, question="Und was kostete er?", history=history)
    assert answer.question == "Und was kostete er?"
    assert "Hafenkran" in str(answer.rewritten)
    for text in (first.text, None):
        by_text = _ask(client, question="Warum?", history=[{"question": QUESTION, "answer": text}])
        assert "Hafenkran" in str(by_text.rewritten)


def test_the_server_remembers_nothing(client: TestClient) -> None:
    _ask(client, question=QUESTION)
    assert _ask(client, question="Warum?").reply == "unclear"


@pytest.mark.parametrize(("question", "reply"), [("", "empty"), ("  ", "empty"), ("Hallo!", "greeting")])
def test_what_is_no_question_gets_a_reply(client: TestClient, question: str, reply: str) -> None:
    assert _ask(client, question=question).reply == reply


def test_an_empty_search_stays_an_error(client: TestClient) -> None:
    assert client.post("/v1/search", json={"question": " "}).status_code == 422


@pytest.mark.parametrize(
    "history",
    [
        [{"question": "x", "answer": {"text": "no answer"}}],
        [{"question": "x", "reply": "y"}],
        [{"answer": "x"}],
        "x",
        [{"question": "x"}] * 101,
    ],
)
def test_a_wrong_history_is_a_problem_that_names_it(client: TestClient, history: object) -> None:
    response = client.post("/v1/query", json={"question": "Warum?", "history": history})
    assert response.status_code == 422
    assert "history" in response.text


def test_conversations_at_the_same_time_are_apart(client: TestClient) -> None:
    def talk(question: str) -> list[str]:
        first = _ask(client, question=question).model_dump(mode="json")
        history = [{"question": question, "answer": first}]
        return [str(_ask(client, question="Warum?", history=history).rewritten) for _ in range(3)]

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(talk, [QUESTION, PANDA] * 2))
    for number, completed in enumerate(found):
        mine, other = ("Hafenkran", "Panda") if number % 2 == 0 else ("Panda", "Hafenkran")
        assert all(mine in text and other not in text for text in completed)
