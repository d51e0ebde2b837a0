from __future__ import annotations

import re
from typing import Any

from fastapi.testclient import TestClient

from rag.service.docs_page import docs_page
from rag.service.problems import KINDS


def test_the_page_names_no_other_host(client: TestClient) -> None:
    page = client.get("/docs").text
    assert set(re.findall(r"(?:https?:)?//[^/\"'<) ]+", page)) == {"http://testserver"}
    assert "<script" not in page


def test_the_policy_forbids_everything_but_the_own_style(client: TestClient) -> None:
    policy = client.get("/docs").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert re.search(r"style-src 'sha256-[A-Za-z0-9+/=]+'", policy)


def test_every_call_and_schema_is_there(client: TestClient) -> None:
    page = client.get("/docs").text
    openapi = client.get("/openapi.json").json()
    assert set(openapi["paths"]) == {"/v1/query", "/v1/search", "/v1/articles/{article_id}", "/health"}
    for path in openapi["paths"]:
        assert f"<code>{path}</code>" in page
    for name in openapi["components"]["schemas"]:
        assert f'id="schema-{name}"' in page
    for kind in KINDS:
        assert f'id="problem-{kind.slug}"' in page


def test_every_link_inside_the_page_leads_somewhere(client: TestClient) -> None:
    page = client.get("/docs").text
    targets = set(re.findall(r'href="#([^"]+)"', page))
    assert targets
    assert targets <= set(re.findall(r'id="([^"]+)"', page))


def test_example_calls_work(client: TestClient) -> None:
    for path, methods in client.get("/openapi.json").json()["paths"].items():
        if "post" in methods:
            schema = methods["post"]["requestBody"]["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
            example = client.get("/openapi.json").json()["components"]["schemas"][schema]["examples"][0]
            assert client.post(path, json=example).status_code == 200


def test_fastapis_own_pages_are_off(client: TestClient) -> None:
    assert client.get("/redoc").status_code == 404
    assert "swagger" not in client.get("/docs").text.lower()


def test_descriptions_are_escaped() -> None:
    hostile = "<img src=x onerror=alert(1)>"
    schema: dict[str, Any] = {
        "description": hostile,
        "properties": {hostile: {"type": hostile, "description": hostile}},
    }
    operation = {"summary": hostile, "responses": {"200": {"description": hostile}}}
    page = docs_page(
        {
            "info": {"title": hostile, "description": hostile},
            "paths": {f"/{hostile}": {"get": operation}},
            "components": {"schemas": {hostile: schema}},
        },
        "http://testserver",
    )
    assert "<img" not in page
