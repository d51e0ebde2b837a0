from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from index.embedding import OnnxEmbedder
from index.errors import DamagedIndexError, FundstelleError, LockedError, NoIndexError, UnknownArticleError, UsageError
from rag import Fundstelle
from rag.service import create_app
from rag.service.problems import BUSY, FAILED, INVALID_REQUEST, NO_INDEX, UNKNOWN_ARTICLE, Kind, kind_of
from rag.service.schemas import Problem


def problem_of(response: Response) -> Problem:
    """Check the form of a problem, and return it."""
    assert response.headers["content-type"] == "application/problem+json"
    problem = Problem.model_validate(response.json())
    assert problem.status == response.status_code
    assert problem.request_id == response.headers["x-request-id"]
    assert problem.title
    assert problem.remedy
    return problem


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "question"),
        ({"question": "x" * 2001}, "question"),
        ({"question": 7}, "question"),
        ({"question": "Kran", "language": "fr"}, "language"),
        ({"question": "Kran", "languages": ["de", "fr"]}, "languages.1"),
        ({"question": "Kran", "from": "gestern"}, "from"),
        ({"question": "Kran", "to": "2023-02-30"}, "to"),
        ({"question": "Kran", "form": "2023"}, "form"),
        ({"question": "Kran", "date_from": "2023"}, "date_from"),
    ],
)
def test_invalid_requests_name_the_field(client: TestClient, body: dict[str, object], field: str) -> None:
    problem = problem_of(client.post("/v1/query", json=body))
    assert problem.status == 422
    assert [error.field for error in problem.errors] == [field]
    assert field in problem.detail
    assert "Value error" not in problem.detail


@pytest.mark.parametrize("k", [0, 101, -1, "many", 1.5])
def test_search_refuses_other_numbers_of_passages(client: TestClient, k: object) -> None:
    problem = problem_of(client.post("/v1/search", json={"question": "Kran", "k": k}))
    assert [error.field for error in problem.errors] == ["k"]


def test_longest_question_is_answered(client: TestClient) -> None:
    assert client.post("/v1/query", json={"question": "Kran " * 400}).status_code == 200


@pytest.mark.parametrize("body", ['{"question": ', "nonsense", "", '{"question": "\\ud800"}', '["Kran"]'])
def test_broken_bodies_are_problems(client: TestClient, body: str) -> None:
    response = client.post("/v1/query", content=body, headers={"content-type": "application/json"})
    assert problem_of(response).status == 422


def test_wrong_values_are_not_echoed(client: TestClient) -> None:
    response = client.post("/v1/query", json={"question": ["geheim"]})
    assert "geheim" not in response.text


def test_an_error_of_the_library_keeps_its_remedy(client: TestClient) -> None:
    problem = problem_of(client.post("/v1/query", json={"question": "Kran", "from": "2024", "to": "2023"}))
    assert problem.status == 422
    assert "2024" in problem.detail
    assert problem.remedy == "Swap the two dates."


def test_unknown_article(client: TestClient) -> None:
    problem = problem_of(client.get("/v1/articles/no/such"))
    assert problem.status == 404
    assert problem.type == "/docs#problem-unknown-article"
    assert "no/such" in problem.detail


def test_mistyped_address(client: TestClient) -> None:
    assert problem_of(client.get("/v1/querry")).status == 404
    assert problem_of(client.get("/elsewhere")).status == 404


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [("GET", "/v1/query", "POST"), ("DELETE", "/v1/articles/hafen", "GET"), ("PUT", "/v1/search", "POST")],
)
def test_wrong_method_names_the_right_one(client: TestClient, method: str, path: str, allowed: str) -> None:
    response = client.request(method, path)
    assert problem_of(response).status == 405
    assert response.headers["allow"] == allowed


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (UnknownArticleError("none"), UNKNOWN_ARTICLE),
        (UsageError("wrong"), INVALID_REQUEST),
        (NoIndexError("empty"), NO_INDEX),
        (LockedError("busy"), BUSY),
        (DamagedIndexError("broken"), FAILED),
    ],
)
def test_kind_of_each_error(error: FundstelleError, kind: Kind) -> None:
    assert kind_of(error) == kind


def test_retryable_errors_say_when_to_come_back(fundstelle: Fundstelle) -> None:
    app = create_app(fundstelle)

    @app.get("/busy")
    def busy() -> None:
        raise LockedError("Process 4711 is writing.", "Wait for it to end.")

    with TestClient(app) as client:
        response = client.get("/busy")
    assert problem_of(response).status == 503
    assert response.headers["retry-after"] == "1"


def test_unexpected_errors_show_no_insides(fundstelle: Fundstelle) -> None:
    app = create_app(fundstelle)

    @app.get("/broken")
    def broken() -> None:
        raise ZeroDivisionError("secret insides")

    with TestClient(app, raise_server_exceptions=False) as client:
        response = client.get("/broken", headers={"X-Request-Id": "mine-1"})
    problem = problem_of(response)
    assert problem.status == 500
    assert problem.request_id == "mine-1"
    assert "secret" not in response.text
    assert response.headers["x-content-type-options"] == "nosniff"


def test_an_index_that_has_gone_is_unavailable(archive: Path, tmp_path: Path, embedder: OnnxEmbedder) -> None:
    data = tmp_path / "data"
    shutil.copytree(archive, data)
    with Fundstelle.open(data, embedder=embedder) as fundstelle, TestClient(create_app(fundstelle)) as client:
        assert client.get("/health").status_code == 200
        fundstelle.close()
        shutil.rmtree(data)
        problem = problem_of(client.get("/health"))
    assert problem.status == 503
    assert "fundstelle index" in problem.remedy
