"""An action that may take so long and no longer."""

from __future__ import annotations

import multiprocessing
import threading
import time
from collections.abc import Callable
from multiprocessing.pool import ThreadPool
from typing import TypeVar

from index.errors import FundstelleError

T = TypeVar("T")

GRACE = 10.0
"""Seconds that the end of a run waits for what was given up on. A thread inside a model's native code takes the process
down with an error when that ends around it; one that waits for a server does no harm."""

_unfinished: list[threading.Event] = []


class DeadlineError(FundstelleError):
    """An action took longer than it was allowed to."""

    retryable = True


def within(seconds: float | None, action: Callable[[], T]) -> T:
    """Do something; give up waiting for it after some time.

    A thread cannot be stopped: what was given up on ends by itself, at the latest with the process, and its result is
    lost. Call `settle` before the process ends.

    Args:
        seconds: the longest wait; None waits for ever.
        action: what to do. Its exceptions are raised here.

    Raises:
        DeadlineError: it is not done in time.
    """
    if seconds is None:
        return action()
    ended = threading.Event()
    _unfinished.append(ended)  # before it begins: an interrupt may come at any moment

    def watched() -> T:
        try:
            return action()
        finally:
            ended.set()

    pool = ThreadPool(1)  # its threads are daemons: one that hangs does not keep the process from ending
    try:
        outcome = pool.apply_async(watched)
        pool.close()
        return outcome.get(seconds)
    except multiprocessing.TimeoutError:
        message = f"no result within {seconds:g} s."
        remedy = "Allow more with --timeout, or ask fewer questions at a time with --jobs."
        raise DeadlineError(message, remedy) from None
    finally:
        if ended.is_set():
            _unfinished.remove(ended)


def settle() -> None:
    """Wait, GRACE seconds at most, until nothing that was given up on is still running."""
    latest = time.monotonic() + GRACE
    while _unfinished:
        _unfinished.pop().wait(max(0.0, latest - time.monotonic()))
