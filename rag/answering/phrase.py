"""The very words that answer, inside a sentence that was chosen."""

from __future__ import annotations

from index.keywords.analyzer import words
from rag.answering.candidates import Candidate
from rag.answering.evidence_types import evidence_spans
from rag.answering.target import Target

LEAST_CERTAINTY = 0.1
"""Least share of the reader's probability, of all places in the sentence, that a phrase must have to be marked."""


def answer_phrase(target: Target, candidate: Candidate) -> tuple[int, int] | None:
    """Where the answer stands in a sentence, in article offsets: what the reader marks, if it is not in the question.

    The mark is widened to the thing of the kind asked for that it is a part of ("60.000" to "60.000 Tonnen"). Where
    there is no mark, the one such thing that the question does not name itself is taken.

    Returns:
        None when nothing stands out: the whole sentence is the answer.
    """
    shift = candidate.sentence.start
    new = [(start + shift, end + shift) for start, end in _new_things(candidate, target)]
    found = _marked(candidate)
    if found is not None and not _repeats(target, candidate.article.text[found[0] : found[1]]):
        return next((thing for thing in new if thing[0] <= found[0] and found[1] <= thing[1]), found)
    return new[0] if len(new) == 1 else None


def _new_things(candidate: Candidate, target: Target) -> list[tuple[int, int]]:
    """Things of the kind asked for that say something which the question does not."""
    spans = evidence_spans(candidate.text, target.kind)
    return [span for span in spans if not _repeats(target, candidate.text[span[0] : span[1]])]


def _repeats(target: Target, text: str) -> bool:
    """Whether words only say what the question says; of a person it is enough to be named there by one name."""
    known = {word.text for word in target.words}
    own = words(text)
    return any(word in known for word in own) if target.kind == "person" else all(word in known for word in own)


def _marked(candidate: Candidate) -> tuple[int, int] | None:
    """What the reader, having read the whole passage, marks inside the sentence; None where it is too unsure."""
    inside = candidate.place.inside
    best = candidate.reading.best(*inside)
    if best is None or candidate.reading.certainty(best, *inside) < LEAST_CERTAINTY:
        return None
    shift = candidate.hit.passage.start
    return (shift + best.start, shift + best.end)
