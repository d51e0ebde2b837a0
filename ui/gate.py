"""The part of Gradio's server that the chat needs; the rest answers 404."""

from __future__ import annotations

import re

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rag.service.limits import BodyLimit
from rag.service.problems import NOT_FOUND, problem_response

BODY_LIMIT = 1024 * 1024
"""Bytes of a request of the chat: it carries the conversation, which the browser keeps."""

# Left out on purpose: uploads, files, the proxy, the run history (which can connect to a hub), the monitoring page,
# the editor, and calling the chat's functions by name.
_NEEDED = re.compile(
    r"""
    GET\ / (?: config/? | theme\.css | favicon\.ico | manifest\.json | (?:assets|static)/.+ )?
    | GET\ /gradio_api/ (?: queue/data | heartbeat/[^/]+ )
    | POST\ /gradio_api/ (?: queue/join | cancel )
    """,
    re.VERBOSE,
)

# Gradio starts from scripts in its page and compiles templates at run time, hence the two "unsafe" words; what they
# could load is confined to this server, and so is where they could send anything.
_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; "
    "media-src 'self' blob:; object-src 'none'; frame-src 'none'; frame-ancestors 'none'; base-uri 'self'; "
    "form-action 'self'"
)


class ChatGate:
    """Middleware around the mounted chat: what it may be asked, how much it may be sent, what its page may load."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap Gradio's app."""
        self._app = BodyLimit(app, BODY_LIMIT)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        method = "GET" if scope["method"] == "HEAD" else scope["method"]
        if not _NEEDED.fullmatch(f"{method} {scope['path']}"):
            detail = f"{scope['method']} {scope['path']}: no such address"
            await problem_response(NOT_FOUND, scope, detail, "See /docs for what there is.")(scope, receive, send)
            return

        async def send_with_policy(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message)["Content-Security-Policy"] = _POLICY
            await send(message)

        await self._app(scope, receive, send_with_policy)
