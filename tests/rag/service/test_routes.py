from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from index.build import build_index
from index.embedding import OnnxEmbedder
from rag import Fundstelle
from rag.explanation import Explanation
from rag.models import Answer, SearchResult
from rag.service import create_app

GERMAN = "Was kostete der Kran in Husum?"


def test_query_returns_the_answer_of_the_library(client: TestClient, archive: Path, embedder: OnnxEmbedder) -> None:
    response = client.post("/v1/query", json={"question": GERMAN})
    with Fundstelle.open(archive, embedder=embedder) as fundstelle:
        expected = fundstelle.ask(GERMAN)
    assert response.status_code == 200
    got = Answer.model_validate(response.json())
    assert got.model_copy(update={"timings_ms": {}}) == expected.model_copy(update={"timings_ms": {}})


def test_every_citation_is_exact_over_http(client: TestClient) -> None:
    answer = client.post("/v1/query", json={"question": GERMAN}).json()
    places = answer["citations"] + answer["nearest"]
    assert places
    for place in places:
        article = client.get(f"/v1/articles/{place['article_id']}").json()
        assert article["text"][place["start"] : place["end"]] == place["quote"]


def test_query_takes_the_language(client: TestClient) -> None:
    assert client.post("/v1/query", json={"question": GERMAN}).json()["language"] == "de"
    assert client.post("/v1/query", json={"question": GERMAN, "language": "en"}).json()["language"] == "en"


@pytest.mark.parametrize(
    ("filters", "articles"),
    [
        ({}, {"hafen", "bridge", "zoo"}),
        ({"languages": ["en"]}, {"bridge"}),
        ({"sources": ["küstenbote"]}, {"hafen"}),
        ({"from": "2024"}, {"bridge"}),
        ({"from": "2023", "to": "2023-12"}, {"hafen"}),
        ({"to": "1999"}, set()),
    ],
)
def test_search_filters(client: TestClient, filters: dict[str, object], articles: set[str]) -> None:
    response = client.post("/v1/search", json={"question": "Kran bridge Panda", "k": 100, **filters})
    assert response.status_code == 200
    assert {result["article_id"] for result in response.json()["results"]} == articles


def test_search_returns_at_most_k_exact_passages(client: TestClient) -> None:
    results = client.post("/v1/search", json={"question": "Kran", "k": 2}).json()["results"]
    assert len(results) == 2
    for result in map(SearchResult.model_validate, results):
        text = client.get(f"/v1/articles/{result.article_id}").json()["text"]
        assert text[result.start : result.end] == result.text


def test_article_ids_may_contain_slashes_and_umlauts(tmp_path: Path, embedder: OnnxEmbedder) -> None:
    source = tmp_path / "news.jsonl"
    source.write_text('{"id": "2023/küste/1", "text": "Der Kran steht in Husum. Er ist neu."}\n', encoding="utf-8")
    build_index(tmp_path / "data", [source], embedder)
    with (
        Fundstelle.open(tmp_path / "data", embedder=embedder) as fundstelle,
        TestClient(create_app(fundstelle)) as client,
    ):
        for path in ("2023/küste/1", quote("2023/küste/1", safe="")):
            assert client.get(f"/v1/articles/{path}").json()["id"] == "2023/küste/1"


def test_article_has_the_fields_of_the_record(client: TestClient) -> None:
    article = client.get("/v1/articles/hafen").json()
    assert article["title"] == "Neuer Hafenkran in Husum"
    assert (article["published"], article["language"], article["source"]) == ("2023-09-14", "de", "Küstenbote")
    assert "60.000 Kilogramm" in article["text"]
    assert article["precision"] == "day"
    assert len(article["checksum"]) == 64
    assert "path" not in article


def test_health_names_the_generation(client: TestClient) -> None:
    health = client.get("/health").json()
    assert health["status"] == "ok"
    assert health["articles"] == 3
    assert health["passages"] >= 3
    assert health["generation"] == client.post("/v1/query", json={"question": GERMAN}).json()["index"]["generation"]


def test_times_read_from_the_question_are_shown_and_can_be_taken_back(client: TestClient) -> None:
    body = {"question": "Was kostete der Kran in Husum gestern?", "now": "2023-09-15"}
    for address in ("/v1/query", "/v1/search"):
        got = client.post(address, json=body).json()
        assert got["interpreted"] == {
            "from": "2023-09-14",
            "to": "2023-09-14",
            "order": None,
            "use": "filter",
            "slack_days": 3,
            "empty": False,
            "now": "2023-09-15",
            "spans": [[30, 37]],
        }
        assert client.post(address, json={**body, "dates": "ignore"}).json()["interpreted"] is None
    assert {r["article_id"] for r in client.post("/v1/search", json=body).json()["results"]} == {"hafen"}


@pytest.mark.parametrize("wrong", [{"now": "gestern"}, {"now": "2023"}, {"dates": "maybe"}])
def test_a_wrong_clock_or_switch_is_named(client: TestClient, wrong: dict[str, str]) -> None:
    response = client.post("/v1/search", json={"question": GERMAN, **wrong})
    assert response.status_code == 422
    assert response.json()["errors"][0]["field"] == next(iter(wrong))


def test_search_is_explained_when_asked(client: TestClient, archive: Path, embedder: OnnxEmbedder) -> None:
    body = {"question": "Was kostete der Kran in Husum im Jahr 2023?", "k": 3, "languages": ["de"]}
    plain = client.post("/v1/search", json=body).json()
    assert plain.pop("explanation") is None
    explained = client.post("/v1/search", json={**body, "explain": True}).json()
    with Fundstelle.open(archive, embedder=embedder) as fundstelle:
        expected = fundstelle.explain(str(body["question"]), 3, languages=["de"]).explanation
    assert Explanation.model_validate(explained.pop("explanation")) == expected
    assert explained == plain
    assert plain["interpreted"]["from"] == "2023"
