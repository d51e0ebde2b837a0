from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from rag.service.limits import JSON_BODY_LIMIT


def body_of(size: int) -> bytes:
    """A request of this many bytes whose question is short: only its size can be wrong."""
    bare = json.dumps({"question": "Kran"}).encode()
    return bare + b" " * (size - len(bare))


def test_body_of_the_limit_passes(client: TestClient) -> None:
    headers = {"content-type": "application/json"}
    assert client.post("/v1/search", content=body_of(JSON_BODY_LIMIT), headers=headers).status_code == 200


def test_larger_body_is_refused(client: TestClient) -> None:
    headers = {"content-type": "application/json"}
    response = client.post("/v1/search", content=body_of(JSON_BODY_LIMIT + 1), headers=headers)
    assert response.status_code == 413
    assert response.json()["type"] == "/docs#problem-body-too-large"
    assert f"{JSON_BODY_LIMIT:,}" in response.json()["detail"]


def test_larger_body_is_refused_by_its_announcement(client: TestClient) -> None:
    headers = {"content-type": "application/json", "content-length": str(JSON_BODY_LIMIT + 1)}
    assert client.post("/v1/search", content=body_of(100), headers=headers).status_code == 413


def test_larger_body_of_unknown_length_is_refused(client: TestClient) -> None:
    def chunks() -> Iterator[bytes]:
        body = body_of(JSON_BODY_LIMIT + 1)
        for start in range(0, len(body), 1000):
            yield body[start : start + 1000]

    response = client.post("/v1/search", content=chunks(), headers={"content-type": "application/json"})
    assert "content-length" not in response.request.headers
    assert response.status_code == 413


def test_body_in_pieces_arrives_whole(client: TestClient) -> None:
    body = json.dumps({"question": "Kran", "k": 1}).encode()
    response = client.post(
        "/v1/search", content=iter([body[:7], body[7:]]), headers={"content-type": "application/json"}
    )
    assert len(response.json()["results"]) == 1


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_only_json_is_taken(client: TestClient, content_type: str) -> None:
    response = client.post("/v1/query", content=b'{"question": "Kran"}', headers={"content-type": content_type})
    assert response.status_code == 415
    assert response.json()["type"] == "/docs#problem-not-json"


@pytest.mark.parametrize("content_type", ["application/json", "Application/JSON; charset=utf-8"])
def test_json_in_any_spelling_is_taken(client: TestClient, content_type: str) -> None:
    response = client.post("/v1/query", content=b'{"question": "Kran"}', headers={"content-type": content_type})
    assert response.status_code == 200
