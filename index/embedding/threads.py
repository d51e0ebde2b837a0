"""How many processor cores a model may use, and how several texts share them."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Text = TypeVar("Text")
Made = TypeVar("Made")


def thread_limit() -> int:
    """`$FUNDSTELLE_THREADS`, else at most two.

    Two threads on a busy two-core machine are slower than one; more than two never pay for one short text.
    """
    configured = os.environ.get("FUNDSTELLE_THREADS", "")
    return int(configured) if configured.isdigit() and int(configured) > 0 else min(2, os.cpu_count() or 1)


def in_parallel(work: Callable[[Text], Made], texts: Sequence[Text], threads: int) -> list[Made]:
    """What a model makes of each text, in order, with a text a thread.

    Threads that share the work on one text wait for each other hundreds of times; those with a text each never do.

    Args:
        work: safe to call from several threads.
        texts: what it is called with.
        threads: how many at most; below 2, the caller's own does all.
    """
    if threads < 2 or len(texts) < 2:
        return [work(text) for text in texts]
    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(work, texts))
