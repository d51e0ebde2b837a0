"""A guard against DNS rebinding: answer only requests that are addressed to a host of ours."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from rag.service.problems import WRONG_HOST, problem_response

LOOPBACK_HOSTS = ("localhost", "127.0.0.1", "[::1]")


class KnownHosts:
    """Middleware that refuses requests whose Host header names another host.

    A web page can point its own domain at 127.0.0.1 and would then be of the same origin as a server on loopback; the
    Host header gives it away.
    """

    def __init__(self, app: ASGIApp, allowed: Sequence[str]) -> None:
        """Wrap an app; `allowed` are host names without port, empty means any."""
        self._app = app
        self._allowed = frozenset(host.lower() for host in allowed)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http" or not self._allowed:
            await self._app(scope, receive, send)
            return
        host = _without_port(Headers(scope=scope).get("host", ""))
        if host in self._allowed:
            await self._app(scope, receive, send)
            return
        detail = f"This server does not answer for the host {host!r}."
        remedy = "Use the address it printed, or start it with --host to make it reachable from elsewhere."
        await problem_response(WRONG_HOST, scope, detail, remedy)(scope, receive, send)


def _without_port(host: str) -> str:
    name, colon, port = host.rpartition(":")
    return (name if colon and port.isdigit() else host).lower()
