"""The very words that answer, inside a sentence that was chosen."""

from __future__ import annotations

from collections.abc import Sequence

from index.keywords.analyzer import words
from rag.answering.candidates import Candidate
from rag.answering.evidence_types import evidence_spans
from rag.answering.target import Target

LEAST_CERTAINTY = 0.1
"""Least share of the reader's probability, of all places in the sentence, that a phrase must have to be marked."""


def answer_phrase(target: Target, candidate: Candidate) -> tuple[int, int] | None:
    """Where the answer stands in a sentence, in article offsets.

    The one thing of the kind asked for ("60.000 Tonnen" for "wie viel") that the question does not name itself. Where
    there are several, the one where the reader sees the answer begin; where the kind is unknown, what the reader marks.

    Returns:
        None when nothing stands out: the whole sentence is the answer.
    """
    if target.kind == "reason":
        return None
    shift = candidate.sentence.start
    new = _new_things(candidate, target)
    if len(new) == 1:
        return (shift + new[0][0], shift + new[0][1])
    found = _marked(candidate)
    if found is None:
        return None
    inside = [(start + shift, end + shift) for start, end in new if start + shift < found[1] and found[0] < end + shift]
    return inside[0] if inside else found


def _new_things(candidate: Candidate, target: Target) -> Sequence[tuple[int, int]]:
    """Things of the kind asked for that say something which the question does not."""
    known = {word.text for word in target.words}
    spans = evidence_spans(candidate.text, target.kind)
    return [s for s in spans if any(word not in known for word in words(candidate.text[s[0] : s[1]]))]


def _marked(candidate: Candidate) -> tuple[int, int] | None:
    """What the reader, having read the whole passage, marks inside the sentence; None where it is too unsure."""
    inside = candidate.place.inside
    best = candidate.reading.best(*inside)
    if best is None or candidate.reading.certainty(best, *inside) < LEAST_CERTAINTY:
        return None
    shift = candidate.hit.passage.start
    return (shift + best.start, shift + best.end)
