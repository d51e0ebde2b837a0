"""An answer as server-sent events, as the HTML standard defines them (html.spec.whatwg.org, section 9.2)."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable

import anyio
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from index.errors import FundstelleError
from rag.service.headers import request_id_of
from rag.service.problems import kind_of, problem_of
from rag.streaming import AnswerEvent, AnswerReady, AnswerStream

logger = logging.getLogger(__name__)

EVENT_STREAM = "text/event-stream"
SILENCE = 15.0
"""Seconds without an event after which a comment is sent: proxies hang up on connections that seem dead."""


class AnswerEvents(Response):
    """Events `delta` and `replace` with a `text`, then `answer` with the whole `Answer`, or `problem` with a `Problem`.

    Who hangs up calls the answer off, and with it the language model's work on it.
    """

    media_type = EVENT_STREAM

    def __init__(self, stream: AnswerStream) -> None:
        """Send the events of a stream, and close it."""
        super().__init__(headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"})
        # The length is not known before.
        self.raw_headers = [(name, value) for name, value in self.raw_headers if name != b"content-length"]
        self._stream = stream

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the response, for as long as somebody listens."""
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        try:
            async with anyio.create_task_group() as group:
                group.start_soon(_until_hung_up, receive, group.cancel_scope)
                await self._send_events(scope, send)
                group.cancel_scope.cancel()
        finally:
            self._stream.close()

    async def _send_events(self, scope: Scope, send: Send) -> None:
        async def write(block: str, *, more: bool = True) -> None:
            await send({"type": "http.response.body", "body": block.encode(), "more_body": more})

        async with anyio.create_task_group() as group:
            group.start_soon(_keep_alive, write)
            try:
                # The thread is left behind when the client hangs up; closing the stream then ends its work.
                while event := await anyio.to_thread.run_sync(next, self._stream, None, abandon_on_cancel=True):
                    await write(_event(event))
            except FundstelleError as error:
                logger.error("request %s: %s", request_id_of(scope), error)
                problem = problem_of(kind_of(error), scope, str(error.args[0]), error.remedy)
                await write(_block("problem", problem.model_dump_json()))
            group.cancel_scope.cancel()
        await write("", more=False)


def _event(event: AnswerEvent) -> str:
    data = event.answer if isinstance(event, AnswerReady) else event
    return _block(event.type, data.model_dump_json(exclude={"type"}))


def _block(name: str, data: str) -> str:
    # JSON holds no line break, so one line of data is enough.
    return f"event: {name}\ndata: {data}\n\n"


async def _keep_alive(write: Callable[[str], Awaitable[None]]) -> None:
    while True:
        await anyio.sleep(SILENCE)
        await write(": still at work\n\n")


async def _until_hung_up(receive: Receive, scope: anyio.CancelScope) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    scope.cancel()
