"""Where a sentence stands: in which retrieved passage, and there at which place."""

from __future__ import annotations

from dataclasses import dataclass

from index.models import Sentence
from rag.retrieval import Hit


@dataclass(frozen=True)
class Place:
    """A sentence in a retrieved passage.

    Attributes:
        hit: the passage.
        rank: the passage's place in the ranking, from 0.
        sentence: its span.
        number: which of the passage's quotable sentences it is, from 0.
        of: how many those are.
    """

    hit: Hit
    rank: int
    sentence: Sentence
    number: int
    of: int

    @property
    def text(self) -> str:
        """The sentence itself."""
        return self.hit.article.text[self.sentence.start : self.sentence.end]

    @property
    def inside(self) -> tuple[int, int]:
        """The sentence's characters counted from the beginning of its passage, as a reading of the passage has them."""
        shift = self.hit.passage.start
        return self.sentence.start - shift, self.sentence.end - shift
