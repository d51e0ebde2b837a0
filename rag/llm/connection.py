"""The HTTP connection of one call to a model's server: nowhere else, and it can be hung up from another thread."""

from __future__ import annotations

import socket
from contextlib import suppress
from types import TracebackType
from typing import Any

import httpx

from rag.llm.settings import LlmLimits, LlmServer

_CONNECTED = ("connection.connect_tcp.complete", "connection.start_tls.complete")
_WHO_WE_ARE = ("x-stainless-", "openai-", "user-agent")
"""Headers that the client library adds: machine, versions, and an organisation that another setting may name."""


class Connection:
    """An HTTP client that follows no redirect, since one could lead the articles to another machine."""

    def __init__(self, server: LlmServer, limits: LlmLimits) -> None:
        """Prepare it; nothing is connected before the first request.

        Args:
            server: where requests go; proxies of the environment are passed by where that is this machine.
            limits: how long is waited; a silence within a reply may last as long as the one before it.
        """
        self._keyless = server.key is None
        self._hung_up = False
        self._stream: Any = None  # httpcore's NetworkStream
        self._timeout = httpx.Timeout(limits.timeout, connect=limits.connect_timeout)
        self.client = httpx.Client(
            timeout=self._timeout,
            follow_redirects=False,
            trust_env=not server.local,
            event_hooks={"request": [self._on_request]},
        )

    def hang_up(self) -> None:
        """End it, also while another thread waits for the server: that thread gets an error at once."""
        self._hung_up = True
        connected = self._stream.get_extra_info("socket") if self._stream is not None else None
        if connected is not None:
            # Closing alone would not wake a thread that reads.
            with suppress(OSError):
                connected.shutdown(socket.SHUT_RDWR)

    def __enter__(self) -> Connection:
        """Use as a context manager that closes the client."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the client."""
        self.client.close()

    def _on_request(self, request: httpx.Request) -> None:
        for name in [name for name in request.headers if name.lower().startswith(_WHO_WE_ARE)]:
            del request.headers[name]
        if self._keyless:
            # The client library insists on one.
            request.headers.pop("authorization", None)
        # It also knows one timeout only.
        request.extensions["timeout"] = self._timeout.as_dict()
        request.extensions["trace"] = self._trace

    def _trace(self, event: str, info: dict[str, Any]) -> None:
        if event in _CONNECTED:
            self._stream = info["return_value"]
            if self._hung_up:
                self.hang_up()
