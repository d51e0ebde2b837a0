"""Errors as problem+json (RFC 9457): what happened, what to do, and the id to find it in the log."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException
from starlette.types import Scope

from index.errors import FundstelleError, NoIndexError, UnknownArticleError, UsageError
from rag.service.headers import headers_of, request_id_of
from rag.service.schemas import FieldError, Problem

logger = logging.getLogger(__name__)

PROBLEM_JSON = "application/problem+json"


@dataclass(frozen=True)
class Kind:
    """A kind of problem: its name in `type`, its HTTP status and its title."""

    slug: str
    status: int
    title: str


INVALID_REQUEST = Kind("invalid-request", 422, "The request is not valid")
UNKNOWN_ARTICLE = Kind("unknown-article", 404, "No such article")
NO_INDEX = Kind("no-index", 503, "There is no index to answer from")
BUSY = Kind("busy", 503, "The archive cannot answer at the moment")
FAILED = Kind("failed", 500, "The archive cannot answer")
INTERNAL = Kind("internal", 500, "Unexpected error")
NOT_FOUND = Kind("not-found", 404, "No such address")
METHOD_NOT_ALLOWED = Kind("method-not-allowed", 405, "Method not allowed")
BODY_TOO_LARGE = Kind("body-too-large", 413, "The request body is too large")
NOT_JSON = Kind("not-json", 415, "The request body must be JSON")
WRONG_HOST = Kind("wrong-host", 421, "The request is addressed to another host")

KINDS: tuple[Kind, ...] = (
    INVALID_REQUEST,
    UNKNOWN_ARTICLE,
    NO_INDEX,
    BUSY,
    FAILED,
    INTERNAL,
    NOT_FOUND,
    METHOD_NOT_ALLOWED,
    BODY_TOO_LARGE,
    NOT_JSON,
    WRONG_HOST,
)


def problem_response(
    kind: Kind,
    scope: Scope,
    detail: str,
    remedy: str,
    errors: Sequence[FieldError] = (),
    headers: Mapping[str, str] | None = None,
) -> JSONResponse:
    """Answer a request with a problem.

    Args:
        kind: what kind of problem it is; gives the status.
        scope: the request's ASGI scope, for its request id.
        detail: what happened this time.
        remedy: what the caller can do about it.
        errors: the fields that are wrong.
        headers: further headers, as `Allow` or `Retry-After`.
    """
    problem = problem_of(kind, scope, detail, remedy, errors)
    return JSONResponse(problem.model_dump(), kind.status, headers, PROBLEM_JSON)


def problem_of(kind: Kind, scope: Scope, detail: str, remedy: str, errors: Sequence[FieldError] = ()) -> Problem:
    """The problem itself, without the response around it. Arguments are those of `problem_response`."""
    return Problem(
        type=f"/docs#problem-{kind.slug}",
        title=kind.title,
        status=kind.status,
        detail=detail,
        remedy=remedy,
        request_id=request_id_of(scope),
        errors=list(errors),
    )


def kind_of(error: FundstelleError) -> Kind:
    """Which kind of problem an error of ours is for an HTTP client."""
    if isinstance(error, UnknownArticleError):
        return UNKNOWN_ARTICLE
    if isinstance(error, UsageError):
        return INVALID_REQUEST
    if isinstance(error, NoIndexError):
        return NO_INDEX
    return BUSY if error.retryable else FAILED


def add_problem_handlers(app: FastAPI) -> None:
    """Let every error leave the app as a problem."""
    app.exception_handler(FundstelleError)(_on_fundstelle_error)
    app.exception_handler(RequestValidationError)(_on_invalid_request)
    app.exception_handler(HTTPException)(_on_http_exception)
    app.exception_handler(Exception)(_on_unexpected)


async def _on_fundstelle_error(request: Request, error: FundstelleError) -> Response:
    kind = kind_of(error)
    if kind.status >= 500:
        logger.error("request %s: %s", request_id_of(request.scope), error)
    headers = {"Retry-After": "1"} if kind is BUSY else None
    return problem_response(kind, request.scope, str(error.args[0]), error.remedy, headers=headers)


async def _on_invalid_request(request: Request, error: RequestValidationError) -> Response:
    errors = [_field_error(found) for found in error.errors()]
    detail = "; ".join(f"{found.field}: {found.message}" for found in errors)
    return problem_response(INVALID_REQUEST, request.scope, detail, "Mend the named fields; see /docs.", errors)


def _field_error(found: dict[str, Any]) -> FieldError:
    """What pydantic found, without the value itself: it may be long or private."""
    if found["type"] == "json_invalid":
        return FieldError(field="body", message=f"not JSON at position {found['loc'][-1]}")
    # The first part of the place only says "body" or "path".
    place = ".".join(str(part) for part in found["loc"][1:])
    return FieldError(field=place or "body", message=found["msg"].removeprefix("Value error, "))


async def _on_http_exception(request: Request, error: HTTPException) -> Response:
    kind = next((kind for kind in (NOT_FOUND, METHOD_NOT_ALLOWED) if kind.status == error.status_code), None)
    kind = kind or Kind("http", error.status_code, error.detail)
    detail = f"{request.method} {request.url.path}: {error.detail}"
    return problem_response(kind, request.scope, detail, "See /docs for what there is.", headers=error.headers)


async def _on_unexpected(request: Request, error: Exception) -> Response:
    request_id = request_id_of(request.scope)
    logger.error("request %s failed", request_id, exc_info=error)
    response = problem_response(
        INTERNAL, request.scope, type(error).__name__, "Look for the request id in the server's log and report it."
    )
    # Starlette sends this one from outside all middleware, so the headers have to be put on here.
    response.headers.update(headers_of(request.scope))
    return response
