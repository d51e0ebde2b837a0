"""The addresses of the API. Each one is a call of the library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fastapi import FastAPI, HTTPException, Request
from starlette.routing import Match, Route

from rag.models import Answer
from rag.service.answer_events import EVENT_STREAM, AnswerEvents
from rag.service.schemas import ArticleView, Health, Problem, QueryRequest, SearchRequest, SearchResponse

if TYPE_CHECKING:
    from rag.fundstelle import Fundstelle

_EVERY_METHOD = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]


def add_routes(app: FastAPI, fundstelle: Fundstelle) -> None:
    """Put the API over `fundstelle` into the app."""
    _add_api(app, fundstelle)
    _add_health(app, fundstelle)
    # Whatever stands below "/" later (the chat) must not answer for a mistyped API address.
    app.add_api_route("/v1/{rest:path}", _refuse, methods=_EVERY_METHOD, include_in_schema=False)


def _problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The OpenAPI entry of the problems that an address can answer with."""
    content = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {status: {"model": Problem, "description": "a problem", "content": content} for status in statuses}


def _streamed(*problems: int) -> dict[int | str, dict[str, Any]]:
    """The OpenAPI entry of an address that can answer with events."""
    content = {EVENT_STREAM: {"schema": {"type": "string"}}}
    return {200: {"description": "the answer, or its events", "content": content}, **_problems(*problems)}


def _add_api(app: FastAPI, fundstelle: Fundstelle) -> None:
    # Plain functions: FastAPI runs them in its thread pool, so a long answer holds up nobody else.
    @app.post("/v1/query", summary="Ask a question", response_model=Answer, responses=_streamed(413, 415, 422, 503))
    def query(request: QueryRequest) -> Answer | AnswerEvents:
        """Answer a question from the archive, or say that the archive does not (`status: not_in_corpus`).

        With `stream`, the answer comes as events: `delta` (text to be added), `replace` (text in place of all before),
        and last `answer` with the whole answer, or `problem`.
        """
        if request.stream:
            return AnswerEvents(
                fundstelle.ask_stream(
                    request.question, history=request.exchanges(), language=request.language, **request.filters()
                )
            )
        return fundstelle.ask(
            request.question, history=request.exchanges(), language=request.language, **request.filters()
        )

    @app.post("/v1/search", summary="Search passages", responses=_problems(413, 415, 422, 503))
    def search(request: SearchRequest) -> SearchResponse:
        """Rank passages for a question, without an answer; `explain` says how."""
        if request.explain:
            return _explained(fundstelle, request)
        results = fundstelle.search(request.question, request.k, **request.filters())
        return SearchResponse(interpreted=fundstelle.interpret(request.question, **request.filters()), results=results)

    # `:path`, because ids may contain slashes.
    @app.get("/v1/articles/{article_id:path}", summary="Read an article", responses=_problems(404, 503))
    def article(article_id: str) -> ArticleView:
        """One article with the text that all offsets refer to."""
        return ArticleView.of(fundstelle.article(article_id))


def _explained(fundstelle: Fundstelle, request: SearchRequest) -> SearchResponse:
    search = fundstelle.explain(request.question, request.k, **request.filters())
    explanation = search.explanation
    return SearchResponse(interpreted=explanation.analysis.interpreted, results=search.results, explanation=explanation)


def _add_health(app: FastAPI, fundstelle: Fundstelle) -> None:
    @app.get("/health", summary="Is it running, and on which index", responses=_problems(503))
    def health() -> Health:
        """Whether the service can answer, and which index generation it answers from."""
        info = fundstelle.info()
        return Health(generation=info.generation, articles=info.articles, passages=info.passages)


def _refuse(request: Request) -> None:
    """Say 405 where the address exists for another method, else 404."""
    routes = [route for route in request.app.router.routes if isinstance(route, Route)]
    allowed = {
        method for route in routes if route.matches(request.scope)[0] is Match.PARTIAL for method in route.methods or ()
    }
    if allowed:
        raise HTTPException(405, "not with this method", headers={"Allow": ", ".join(sorted(allowed))})
    raise HTTPException(404, "no such address")
