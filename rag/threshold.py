"""How sure an answer must be: stated when the archive is opened, else by the environment, else the default."""

from __future__ import annotations

import os

from index.errors import UsageError

VARIABLE = "FUNDSTELLE_THRESHOLD"

THRESHOLD = 0.4
"""Least confidence for an answer; below it the archive is said not to answer. On the gold of demo archive and seeds
refusals have their best F1 between 0.4 and 0.5; beyond, as many right answers are withheld as wrong ones avoided."""


def threshold_of(stated: float | None) -> float:
    """The least confidence for an answer, 0 (always answer) to 1 (never).

    Args:
        stated: what the caller wants; None takes `$FUNDSTELLE_THRESHOLD`, else `THRESHOLD`.

    Raises:
        UsageError: it is no number from 0 to 1.
    """
    name = f"${VARIABLE}" if stated is None else "the threshold"
    written = str(stated) if stated is not None else os.environ.get(VARIABLE) or str(THRESHOLD)
    try:
        threshold = float(written)
    except ValueError as error:
        raise UsageError(f"{name} is {written!r}, which is no number.", "Choose for example 0.5.") from error
    if not 0.0 <= threshold <= 1.0:
        raise UsageError(f"{name} is {written}, which is not between 0 and 1.", "Choose for example 0.5.")
    return threshold
