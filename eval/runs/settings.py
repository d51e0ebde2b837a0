"""How a run asks."""

from __future__ import annotations

from dataclasses import dataclass

from eval.scoring.rankings import DEEPEST_CUTOFF
from index.errors import UsageError

TIMEOUT = 300.0
"""Seconds that one search or one answer may take unless stated otherwise: far more than any of them needs."""


@dataclass(frozen=True)
class Settings:
    """What one run may differ in from another.

    Attributes:
        k: how many passages to search for, at least 10.
        jobs: how many questions are asked at a time, at least 1. Changes no score.
        timeout: seconds that a search or an answer may take; None: as long as it wants.
        now: YYYY-MM-DD, the day on which questions are asked that state none; None: the archive's own, else today.

    Raises:
        UsageError: a value is out of range.
    """

    k: int = DEEPEST_CUTOFF
    jobs: int = 1
    timeout: float | None = None
    now: str | None = None

    def __post_init__(self) -> None:
        """Refuse what makes no sense before the first question is asked."""
        if self.k < DEEPEST_CUTOFF:
            message = f"-k {self.k} is too few results for Recall@{DEEPEST_CUTOFF}."
            raise UsageError(message, f"Use -k {DEEPEST_CUTOFF} or more.")
        if self.jobs < 1:
            raise UsageError(f"--jobs {self.jobs} asks nothing.", "Use --jobs 1 or more.")
        if self.timeout is not None and self.timeout <= 0:
            raise UsageError(f"--timeout {self.timeout:g} leaves no time.", "Use a number of seconds above 0.")
