from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from rag import Fundstelle
from rag.service import create_app
from rag.service.hosts import LOOPBACK_HOSTS


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8000", "127.0.0.1:1", "[::1]:8000", "[::1]"])
def test_own_names_are_answered(fundstelle: Fundstelle, host: str) -> None:
    with TestClient(create_app(fundstelle, allowed_hosts=LOOPBACK_HOSTS)) as client:
        assert client.get("/health", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("host", ["rebind.example", "localhost.rebind.example", "127.0.0.1.rebind.example:80", ""])
def test_other_names_are_refused(fundstelle: Fundstelle, host: str) -> None:
    with TestClient(create_app(fundstelle, allowed_hosts=LOOPBACK_HOSTS)) as client:
        response = client.get("/health", headers={"Host": host})
    assert response.status_code == 421
    assert response.json()["type"] == "/docs#problem-wrong-host"
    assert response.headers["x-request-id"]


def test_without_names_any_is_answered(client: TestClient) -> None:
    assert client.get("/health", headers={"Host": "news.example"}).status_code == 200
