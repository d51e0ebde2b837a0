"""Which neighbouring sentences of a passage may carry a claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.embedding.late_interaction import late_interaction
from index.embedding.token_vectors import default_token_vectors
from index.models import Sentence
from rag.verification.records import Evidence, Place
from rag.verification.sources import Source

CLOSE = 2
"""How far apart the two nearest sentences may be to be taken together."""


@dataclass(frozen=True)
class Window:
    """One to three neighbouring sentences of a passage.

    Attributes:
        evidence: the passage.
        first: number of the first of them.
        last: number of the last, inclusive.
    """

    evidence: Evidence
    first: int
    last: int

    @property
    def place(self) -> Place:
        """Where it stands in the article."""
        sentences = self.evidence.sentences
        return Place(self.evidence.number, sentences[self.first].start, sentences[self.last].end)

    @property
    def source(self) -> Source:
        """The window alone, for the checks."""
        inside = self.evidence.sentences[self.first : self.last + 1]
        return Source(Evidence(self.evidence.number, self.evidence.article, inside))

    @property
    def length(self) -> int:
        """How many sentences it has."""
        return self.last - self.first + 1


def windows(evidence: Evidence, ranked: Sequence[int]) -> list[Window]:
    """The windows worth judging, the likeliest first, short ones before longer ones.

    The sentence that has most of the claim's words, the same with the one before it (for "he", "there") and with the
    one after it; the second nearest alone, or with all up to the nearest where they are close.

    Args:
        evidence: the passage.
        ranked: numbers of its sentences, the nearest first, as `nearest_sentences` returns them.
    """
    if not ranked:
        return []
    best = ranked[0]
    spans = [(best, best)]
    if len(ranked) > 1:
        spans.append((ranked[1], ranked[1]))
    spans += [(best - 1, best), (best, best + 1)]
    if len(ranked) > 1:
        low, high = min(ranked[:2]), max(ranked[:2])
        spans.append((low, high) if high - low <= CLOSE else (ranked[1] - 1, ranked[1]))
    sound = [span for span in dict.fromkeys(spans) if _is_sound(evidence.sentences, *span)]
    return [Window(evidence, first, last) for first, last in sound]


def nearest_first(claim: str, passages: Sequence[Evidence]) -> list[Evidence]:
    """The passages that have a sentence, those with most of the claim's words in one of them first."""
    table = default_token_vectors()
    best: list[tuple[float, int]] = []
    for number, passage in enumerate(passages):
        own, *theirs = table.encode_all([claim, *(passage.text(sentence) for sentence in passage.sentences)])
        if theirs:
            best.append((-float(late_interaction(table, own, theirs).max()), number))
    return [passages[number] for _, number in sorted(best)]


def nearest_sentences(claim: str, evidence: Evidence) -> list[int]:
    """Numbers of the sentences, those with most of the claim's words first; a heading only where there is no other."""
    table = default_token_vectors()
    own, *theirs = table.encode_all([claim, *(evidence.text(sentence) for sentence in evidence.sentences)])
    scores = late_interaction(table, own, theirs)
    plain = [n for n, sentence in enumerate(evidence.sentences) if sentence.kind != "heading"]
    return sorted(plain or range(len(evidence.sentences)), key=lambda number: (-float(scores[number]), number))


def _is_sound(sentences: Sequence[Sentence], first: int, last: int) -> bool:
    inside = 0 <= first <= last < len(sentences)
    return inside and (first == last or "heading" not in (sentences[first].kind, sentences[last].kind))
