"""How many processor cores a model may use."""

from __future__ import annotations

import os


def thread_limit() -> int:
    """`$FUNDSTELLE_THREADS`, else at most two.

    Two threads on a busy two-core machine are slower than one; more than two never pay for one short text.
    """
    configured = os.environ.get("FUNDSTELLE_THREADS", "")
    return int(configured) if configured.isdigit() and int(configured) > 0 else min(2, os.cpu_count() or 1)
