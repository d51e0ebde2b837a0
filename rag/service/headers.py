"""Headers that every response carries: the request id, and what browsers must not do with it."""

from __future__ import annotations

import re
import uuid

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

REQUEST_ID_HEADER = "X-Request-Id"

# JSON needs nothing at all; pages that need more send their own policy, which then stays.
_STRICT_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
_SECURITY_HEADERS = {
    "Content-Security-Policy": _STRICT_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_USABLE_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")


def request_id_of(scope: Scope) -> str:
    """The id of a request: the caller's own where it is usable, else a new one; the same on every call."""
    state = scope.setdefault("state", {})
    if "request_id" not in state:
        given = Headers(scope=scope).get(REQUEST_ID_HEADER, "")
        state["request_id"] = given if _USABLE_ID.fullmatch(given) else uuid.uuid4().hex
    return str(state["request_id"])


def headers_of(scope: Scope) -> dict[str, str]:
    """All headers that the response to a request must carry, unless the response sets them itself."""
    headers = {REQUEST_ID_HEADER: request_id_of(scope), **_SECURITY_HEADERS}
    if scope["path"].startswith("/v1/"):
        # Questions and articles may be confidential, and the index can change at any time.
        headers["Cache-Control"] = "no-store"
    return headers


class ResponseHeaders:
    """Middleware that adds `headers_of` to each response."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an app."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in headers_of(scope).items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, send_with_headers)
