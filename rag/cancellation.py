"""Calling off work that another thread is waiting in."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Cancelled(Exception):  # noqa: N818 - not an error: somebody no longer wants the result
    """Work was called off before it was done."""


class Cancellation:
    """Tells whoever works that the result is no longer wanted. Safe to use from several threads."""

    def __init__(self) -> None:
        """Nothing is called off yet."""
        self._lock = threading.Lock()
        self._event = threading.Event()
        self._actions: list[Callable[[], None]] = []

    @property
    def cancelled(self) -> bool:
        """Whether it was called off."""
        return self._event.is_set()

    def cancel(self) -> None:
        """Call it off; everything that `calling` has announced is called, each once."""
        with self._lock:
            self._event.set()
            actions, self._actions = self._actions, []
        for action in actions:
            action()

    @contextmanager
    def calling(self, action: Callable[[], None]) -> Iterator[None]:
        """Have an action called when work is called off within the block; at once if it was already.

        Args:
            action: must not block, and may be called from any thread.
        """
        with self._lock:
            if not self.cancelled:
                self._actions.append(action)
        if self.cancelled:
            action()
        try:
            yield
        finally:
            with self._lock:
                if action in self._actions:
                    self._actions.remove(action)

    def sleep(self, seconds: float) -> None:
        """Wait, unless it is called off.

        Raises:
            Cancelled: it was.
        """
        if self._event.wait(seconds):
            raise Cancelled
