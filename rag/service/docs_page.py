"""The API documentation at /docs: plain HTML made from the OpenAPI description, without scripts or other hosts."""

from __future__ import annotations

import base64
import hashlib
import json
from html import escape
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse

from rag.service.docs_schema import example_of, prose, schema_section
from rag.service.problems import KINDS

_STYLE = (Path(__file__).parent / "static" / "docs.css").read_text(encoding="utf-8")
_STYLE_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
_POLICY = (
    f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; img-src data:; "
    "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
)


def add_docs(app: FastAPI) -> None:
    """Serve the documentation of the app's API at /docs."""

    @app.get("/docs", include_in_schema=False)
    def docs(request: Request) -> HTMLResponse:
        page = docs_page(app.openapi(), str(request.base_url).rstrip("/"))
        return HTMLResponse(page, headers={"Content-Security-Policy": _POLICY})


def docs_page(openapi: dict[str, Any], address: str) -> str:
    """Render an OpenAPI description.

    Args:
        openapi: the description, as `FastAPI.openapi()` returns it.
        address: scheme, host and port for the example calls.
    """
    schemas: dict[str, Any] = openapi.get("components", {}).get("schemas", {})
    operations = [
        _operation(method, path, operation, schemas, address)
        for path, methods in openapi["paths"].items()
        for method, operation in methods.items()
    ]
    info = openapi["info"]
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<link rel="icon" href="data:,"><title>{escape(info["title"])} API</title><style>{_STYLE}</style></head><body>'
        f"<header><h1>{escape(info['title'])} API</h1><p>{escape(info.get('description', ''))}</p>"
        '<p><a href="openapi.json">openapi.json</a> · <a href="./">Chat</a></p></header><main>'
        f"<h2>Calls</h2>{''.join(operations)}"
        f"<h2>Problems</h2>{_problems()}"
        f"<h2>Schemas</h2>{''.join(schema_section(name, schema) for name, schema in schemas.items())}"
        "</main></body></html>"
    )


def _operation(method: str, path: str, operation: dict[str, Any], schemas: dict[str, Any], address: str) -> str:
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema")
    responses = "".join(_response(status, response) for status, response in operation["responses"].items())
    request = f"<p>Body: {_schema_link(body)}</p>" if body else ""
    heading = f'<span class="method">{escape(method.upper())}</span> <code>{escape(path)}</code>'
    return (
        f'<section class="call"><h3>{heading}</h3>'
        f"<p>{prose(operation.get('description') or operation.get('summary', ''))}</p>{request}"
        f"<pre><code>{escape(_curl(method, path, body, schemas, address))}</code></pre>"
        f"<ul>{responses}</ul></section>"
    )


def _response(status: str, response: dict[str, Any]) -> str:
    content = response.get("content", {})
    schema = next((entry["schema"] for entry in content.values() if entry.get("schema")), None)
    link = _schema_link(schema) if schema else escape(response.get("description", ""))
    return f"<li><code>{escape(status)}</code> {link}</li>"


def _schema_link(schema: dict[str, Any]) -> str:
    name = escape(str(schema.get("$ref", "")).rpartition("/")[2])
    return f'<a href="#schema-{name}">{name}</a>' if name else "JSON"


def _curl(method: str, path: str, body: dict[str, Any] | None, schemas: dict[str, Any], address: str) -> str:
    url = address + path.replace("{article_id}", "ARTICLE_ID")
    if body is None:
        return f"curl '{url}'"
    example = example_of(body, schemas)
    return (
        f"curl '{url}' \\\n  -H 'Content-Type: application/json' \\\n  -d '{json.dumps(example, ensure_ascii=False)}'"
    )


def _problems() -> str:
    rows = "".join(
        f'<tr id="problem-{kind.slug}"><td><code>{kind.slug}</code></td><td>{kind.status}</td>'
        f"<td>{escape(kind.title)}</td></tr>"
        for kind in KINDS
    )
    return (
        "<p>Errors are <code>application/problem+json</code> (RFC 9457). Every response carries "
        "<code>X-Request-Id</code>; send your own to find it again in the server’s log.</p>"
        f"<table><thead><tr><th>type</th><th>status</th><th>title</th></tr></thead><tbody>{rows}</tbody></table>"
    )
