from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

PATHS = ["/health", "/v1/articles/hafen", "/v1/articles/none", "/openapi.json", "/docs", "/elsewhere"]


@pytest.mark.parametrize("path", PATHS)
def test_every_response_carries_the_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert len(headers["x-request-id"]) == 32
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "no-referrer"
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "http" not in headers["content-security-policy"]


def test_ids_differ_from_request_to_request(client: TestClient) -> None:
    assert client.get("/health").headers["x-request-id"] != client.get("/health").headers["x-request-id"]


def test_an_id_of_the_caller_is_kept(client: TestClient) -> None:
    headers = client.get("/v1/articles/none", headers={"X-Request-Id": "trace-7.a_B"}).headers
    assert headers["x-request-id"] == "trace-7.a_B"


@pytest.mark.parametrize("given", ["", "a b", "x" * 65, "<script>", 'a"b'])
def test_an_unusable_id_is_replaced(client: TestClient, given: str) -> None:
    response = client.get("/v1/articles/none", headers={"X-Request-Id": given})
    assert response.headers["x-request-id"] != given
    assert response.json()["request_id"] == response.headers["x-request-id"]


def test_answers_are_not_cached(client: TestClient) -> None:
    assert client.get("/v1/articles/hafen").headers["cache-control"] == "no-store"
