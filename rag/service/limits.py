"""What a request may bring: how much, and JSON only."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rag.service.problems import BODY_TOO_LARGE, NOT_JSON, problem_response

JSON_BODY_LIMIT = 256 * 1024
"""Bytes that the body of an API request may have."""


class BodyLimit:
    """Middleware that refuses larger bodies (413), whether they announce their length or not."""

    def __init__(self, app: ASGIApp, limit: int, prefix: str = "/") -> None:
        """Wrap an app; bodies of more than `limit` bytes are refused on paths that begin with `prefix`."""
        self._app = app
        self._limit = limit
        self._prefix = prefix

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request: its body is read here in full and handed on in one piece."""
        if scope["type"] != "http" or scope["method"] in ("GET", "HEAD") or not scope["path"].startswith(self._prefix):
            await self._app(scope, receive, send)
            return
        body = None if self._announces_too_much(scope) else await self._read(receive)
        if body is None:
            detail = f"The body has more than {self._limit:,} bytes."
            await problem_response(BODY_TOO_LARGE, scope, detail, "Send less.")(scope, receive, send)
            return
        handed_on = False

        async def receive_again() -> Message:
            nonlocal handed_on
            if handed_on:
                return await receive()
            handed_on = True
            return {"type": "http.request", "body": body, "more_body": False}

        await self._app(scope, receive_again, send)

    def _announces_too_much(self, scope: Scope) -> bool:
        length = Headers(scope=scope).get("content-length", "0")
        return length.isdigit() and int(length) > self._limit

    async def _read(self, receive: Receive) -> bytes | None:
        """The whole body, or None as soon as it is too large."""
        body = b""
        while True:
            message = await receive()
            chunk: bytes = message.get("body", b"")
            body += chunk
            if len(body) > self._limit:
                return None
            if not message.get("more_body", False):
                return body


class JsonOnly:
    """Middleware that refuses what is posted to the API as anything but JSON (415).

    A form on a foreign web page can post text or form data here without asking the browser, but never JSON.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an app."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] == "http" and scope["method"] == "POST" and scope["path"].startswith("/v1/"):
            media_type = Headers(scope=scope).get("content-type", "").partition(";")[0].strip().lower()
            if media_type != "application/json":
                detail = f"The content type is {media_type!r}." if media_type else "There is no content type."
                remedy = "Send JSON with the header Content-Type: application/json."
                await problem_response(NOT_JSON, scope, detail, remedy)(scope, receive, send)
                return
        await self._app(scope, receive, send)
