"""A model's reply, piece by piece: with deadlines, retries, and an end that comes when it is called off."""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import Any

from rag.cancellation import Cancellation, Cancelled
from rag.llm.errors import LlmError
from rag.llm.failures import failure_of
from rag.llm.model import Call, ChatModel, Message, to_llama_index

logger = logging.getLogger(__name__)

FIRST_PAUSE = 0.5
LONGEST_PAUSE = 8.0
"""Seconds between tries: they double, and a server's Retry-After goes before."""

CHARACTERS_A_TOKEN = 12
"""A reply longer than its tokens can be is not read on: the server disregards the limit."""


def stream_reply(model: ChatModel, messages: Sequence[Message], cancellation: Cancellation) -> Iterator[str]:
    """Yield the reply's text as it comes; pieces may be empty, which only says that the model is at work.

    Another try is made after 429, 5xx and when there is no connection, as long as nothing has come.

    Args:
        model: what is asked.
        messages: the chat so far.
        cancellation: ends it from another thread.

    Raises:
        LlmError: there is no whole reply; what was yielded by then is a part of one.
        Cancelled: it was called off.
    """
    deadline = time.monotonic() + model.limits.timeout
    for number in range(model.limits.retries + 1):
        try:
            yield from _one_try(model, messages, cancellation, deadline)
            return
        except LlmError as error:
            pause = _pause(number, error)
            if not error.worth_another_try or number == model.limits.retries or time.monotonic() + pause > deadline:
                raise
            logger.info("%s Another try in %.1f s.", error.args[0], pause)
        cancellation.sleep(pause)


def _pause(number: int, error: LlmError) -> float:
    return min(LONGEST_PAUSE, error.after if error.after is not None else FIRST_PAUSE * 2**number)


def _one_try(
    model: ChatModel, messages: Sequence[Message], cancellation: Cancellation, deadline: float
) -> Iterator[str]:
    reader = _Reader(model, messages)
    with cancellation.calling(reader.stop):
        if cancellation.cancelled:
            raise Cancelled
        reader.start()
        try:
            yield from _within(model, reader, cancellation, deadline)
        finally:
            reader.stop()


def _within(model: ChatModel, reader: _Reader, cancellation: Cancellation, deadline: float) -> Iterator[str]:
    """What the reader reads, until the times are up."""
    first, length = min(deadline, time.monotonic() + model.limits.first_timeout), 0
    limit = first
    while True:
        try:
            item = reader.read.get(timeout=max(0.0, limit - time.monotonic()))
        except queue.Empty:
            if limit == first < deadline:
                raise LlmError(
                    "slow", f"{model.name} said nothing for {model.limits.first_timeout:g} s.", _MORE
                ) from None
            raise LlmError("too_slow", f"{model.name} was not done after {model.limits.timeout:g} s.", _MORE) from None
        limit = deadline
        if cancellation.cancelled:
            raise Cancelled
        if item is None:
            return
        if isinstance(item, BaseException):
            raise failure_of(item, model.server) from item
        length += len(item)
        yield item
        if length > CHARACTERS_A_TOKEN * model.limits.answer_tokens:
            raise _too_long(model)


_MORE = "Raise FUNDSTELLE_LLM_FIRST_TIMEOUT and FUNDSTELLE_LLM_TIMEOUT, or take a smaller model."


class _Reader(threading.Thread):
    """Reads a reply in a thread of its own, so that waiting for it can be cut short whatever the model does."""

    def __init__(self, model: ChatModel, messages: Sequence[Message]) -> None:
        super().__init__(name="fundstelle-llm", daemon=True)
        self.read: queue.SimpleQueue[str | BaseException | None] = queue.SimpleQueue()
        self._model = model
        self._messages = messages
        self._call: Call | None = None
        self._stopped = False

    def stop(self) -> None:
        """Read no further; who waits for `read` is told that it is over."""
        self._stopped = True
        if self._call is not None:
            self._call.hang_up()
        self.read.put(None)

    def run(self) -> None:
        """Read until the end; the last item of `read` is None, or what went wrong."""
        with _Outcome(self.read), self._model.connect() as self._call:
            if not self._stopped:
                self._read(self._call)

    def _read(self, call: Call) -> None:
        ended, protocol, empty = False, False, True
        for response in call.llm.stream_chat(to_llama_index(self._messages)):  # type: ignore[arg-type]
            if self._stopped:
                return
            choices = getattr(response.raw, "choices", None)
            protocol = protocol or choices is not None
            reasons = [getattr(choice, "finish_reason", None) for choice in choices or ()]
            if "length" in reasons:
                raise _too_long(self._model)
            ended = ended or any(reasons)
            empty = empty and not (response.delta or "").strip()
            self.read.put(response.delta or "")
        if protocol and not ended:
            raise LlmError("cut_off", f"{self._model.name} broke off in the middle of its reply.", "Try again.")
        if empty:
            raise LlmError("empty", f"{self._model.name} gave an empty reply.", "Try again, or take another model.")


def _too_long(model: ChatModel) -> LlmError:
    message = f"{model.name} wrote more than {model.limits.answer_tokens} tokens."
    return LlmError("too_long", message, "Raise FUNDSTELLE_LLM_ANSWER_TOKENS, or switch the model's thinking off.")


class _Outcome:
    """Puts how a block ended into a queue. A model of the user's may raise anything: that is an outcome too."""

    def __init__(self, outcome: queue.SimpleQueue[Any]) -> None:
        self._outcome = outcome

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        self._outcome.put(error)
        return isinstance(error, Exception)
