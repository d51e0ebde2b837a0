"""What is known about a sentence beyond its words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Hints:
    """Names seen in the data, so that a replaced name is of its own kind.

    Attributes:
        names: names certain to stand in the text, for instance because its translation has them too; None when
            nothing is known and names are found by their capitals.
        others: names of the data set that may replace one which is neither a person nor a place.
    """

    names: frozenset[str] | None = None
    others: tuple[str, ...] = ()


NO_HINTS = Hints()
