"""Putting the service together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from fastapi import FastAPI

from rag.service.docs_page import add_docs
from rag.service.headers import ResponseHeaders
from rag.service.hosts import KnownHosts
from rag.service.limits import JSON_BODY_LIMIT, BodyLimit, JsonOnly
from rag.service.problems import add_problem_handlers
from rag.service.routes import add_routes

if TYPE_CHECKING:
    from rag.fundstelle import Fundstelle

_DESCRIPTION = (
    "Ask a German/English news archive. Every sentence of an answer cites the exact characters of the article that it "
    "rests on: offsets are 0-based, end exclusive, in Unicode code points, and article.text[start:end] == quote."
)


def create_app(fundstelle: Fundstelle, *, allowed_hosts: Sequence[str] = ()) -> FastAPI:
    """Build the HTTP API over an open archive.

    Args:
        fundstelle: the archive; it stays open for as long as the app is used, and is the caller's to close.
        allowed_hosts: host names (without port) that requests may be addressed to; empty: any. Name the loopback
            hosts when listening on loopback only: it keeps web pages from reaching the archive by DNS rebinding.

    Returns:
        The app: `/v1/query`, `/v1/search`, `/v1/articles/{id}`, `/health`, `/openapi.json`, and `/docs`, which needs
        no other host.
    """
    # FastAPI's own pages load Swagger UI and ReDoc from a CDN: off, ours takes their place.
    app = FastAPI(title="Fundstelle", version="1", description=_DESCRIPTION, docs_url=None, redoc_url=None)
    add_problem_handlers(app)
    add_routes(app, fundstelle)
    add_docs(app)
    # The last one added is the outermost: every refusal below carries the headers too.
    app.add_middleware(JsonOnly)
    app.add_middleware(BodyLimit, limit=JSON_BODY_LIMIT, prefix="/v1/")
    app.add_middleware(KnownHosts, allowed=allowed_hosts)
    app.add_middleware(ResponseHeaders)
    return app
