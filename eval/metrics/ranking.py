"""A judged ranking: what the retrieval metrics are computed from, at any level of relevance."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Ranking:
    """How many relevant things each rank shows for the first time.

    At article level every rank is one article, so `found` holds zeros and ones. At passage level a passage may hold
    several evidence spans; a span that an earlier rank has shown counts no second time.

    Args:
        found: by rank, best first.
        relevant: how many relevant things there are in all, found or not; at least 1.
        gains: by rank, the grade of what is found there, where the gold grades it; empty: each thing counts 1.
        ideal: the grades of all that is relevant, in any order; empty when `gains` is.

    Raises:
        ValueError: nothing is relevant (the metrics are undefined then), or more is found than there is.
    """

    found: tuple[int, ...]
    relevant: int
    gains: tuple[int, ...] = ()
    ideal: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what no judgement can produce."""
        if self.relevant < 1:
            raise ValueError("retrieval metrics need at least one relevant thing")
        if min(self.found, default=0) < 0 or sum(self.found) > self.relevant:
            raise ValueError(f"{self.found} does not fit {self.relevant} relevant things")
