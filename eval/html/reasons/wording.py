"""Turns of phrase that several explanations share."""

from __future__ import annotations

from collections.abc import Sequence

_LONGEST = 90


def are(number: int) -> str:
    """The verb that fits a number."""
    return "is" if number == 1 else "are"


def listed(ranks: Sequence[int]) -> str:
    """Ranks in words: "rank 1", "ranks 1, 3"."""
    return ("rank " if len(ranks) == 1 else "ranks ") + ", ".join(map(str, ranks))


def quoted(text: str) -> str:
    """A text in quotation marks, cut where it gets long."""
    line = " ".join(text.split())
    return f"“{line}”" if len(line) <= _LONGEST else f"“{line[: _LONGEST - 1].rstrip()}…”"
