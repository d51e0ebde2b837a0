"""How long work reports on itself, without knowing who looks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol

Advance = Callable[[int], None]


class Progress(Protocol):
    """Opens a step of known size; the step is advanced by the function it hands out."""

    def __call__(self, step: str, total: int, unit: str) -> AbstractContextManager[Advance]:
        """Begin a step called `step` of `total` things called `unit`."""
        ...


@contextmanager
def silent(step: str, total: int, unit: str) -> Iterator[Advance]:
    """Report nothing."""
    del step, total, unit
    yield lambda _count: None
