from __future__ import annotations

import asyncio
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from index.embedding import OnnxEmbedder
from rag import Fundstelle
from rag.service import create_app
from ui.app import mount
from ui.gate import BODY_LIMIT


@pytest.fixture(scope="module")
def client(archive: Path, embedder: OnnxEmbedder) -> Iterator[TestClient]:
    """Chat and API together."""

    async def build(fundstelle: Fundstelle) -> FastAPI:
        return mount(create_app(fundstelle), fundstelle)

    with Fundstelle.open(archive, embedder=embedder) as fundstelle:
        # In a running loop, since Gradio otherwise makes loops of its own and leaves them open.
        app = asyncio.run(build(fundstelle))
        with TestClient(app) as client:
            yield client


def test_chat_and_api_stand_side_by_side(client: TestClient) -> None:
    assert client.get("/config").json()["title"] == "Fundstelle"
    assert client.get("/health").json()["status"] == "ok"
    assert client.get("/docs").status_code == 200
    assert client.get("/v1/querry").headers["content-type"] == "application/problem+json"
    assert client.get("/v1/query").status_code == 405


def test_nothing_is_reported_to_anyone(client: TestClient) -> None:
    assert os.environ["GRADIO_ANALYTICS_ENABLED"] == "False"
    config = client.get("/config").json()
    assert config["analytics_enabled"] is False
    assert not config.get("run_history")


def test_the_page_may_load_and_send_only_here(client: TestClient) -> None:
    response = client.get("/")
    policy = response.headers["content-security-policy"]
    for directive in ("default-src", "script-src", "style-src", "img-src", "font-src", "connect-src"):
        assert f"{directive} 'self'" in policy
    assert not re.search(r"https?:|\*", policy)
    assert "frame-ancestors 'none'" in policy
    assert response.headers["x-request-id"]


def test_the_page_loads_nothing_from_elsewhere(client: TestClient) -> None:
    page = client.get("/").text
    assert not re.findall(r"<(?:script|link|img|iframe)[^>]+(?:src|href)=[\"']?(?:https?:)?//[^>]+>", page)
    addresses = re.findall(r"url\([\"']?([^\"')]*)", client.get("/theme.css").text)
    assert addresses
    assert not [address for address in addresses if "//" in address and not address.startswith("data:")]


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/gradio_api/upload"),
        ("GET", "/gradio_api/file=/etc/passwd"),
        ("GET", "/gradio_api/proxy=http://example.org/"),
        ("GET", "/gradio_api/info"),
        ("POST", "/gradio_api/call/ask"),
        ("POST", "/gradio_api/run/ask"),
        ("POST", "/gradio_api/run-history/connect"),
        ("GET", "/monitoring"),
        ("GET", "/gradio_api/openapi.json"),
        ("POST", "/login"),
        ("PUT", "/"),
    ],
)
def test_what_the_chat_does_not_need_is_closed(client: TestClient, method: str, path: str) -> None:
    response = client.request(method, path)
    assert response.status_code == 404
    assert response.json()["type"] == "/docs#problem-not-found"


def test_the_chat_takes_more_than_the_api_but_not_everything(client: TestClient) -> None:
    headers = {"content-type": "application/json"}
    join = "/gradio_api/queue/join"
    assert client.post(join, content=b"x" * BODY_LIMIT, headers=headers).status_code == 422
    assert client.post(join, content=b"x" * (BODY_LIMIT + 1), headers=headers).status_code == 413
