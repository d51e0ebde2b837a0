"""What the reader says of sentences, as features."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from index.embedding.interface import Vectors
from index.embedding.late_interaction import best_counterparts
from index.embedding.token_vectors import default_token_vectors
from rag.answering.evidence_types import evidence_spans
from rag.answering.places import Place
from rag.answering.target import Target
from rag.answering.units import has_unit
from rag.logistic import logit
from rag.reading.reader import Reading, Span

LEAST_MASS = 1e-4
LEAST_SPAN = -14.0
KNOWN = 0.5
"""Cosine from which a word of a phrase counts as one of the question's."""

BEHIND = 14
"""Characters behind a phrase in which its unit may stand."""


def read_features(target: Target, places: Sequence[Place], readings: Sequence[Reading]) -> list[list[float]]:
    """Of each sentence: how likely the answer begins in it, and what its likeliest phrase is worth.

    A phrase that only repeats the question is no answer (`novel`), nor is one of another kind than is asked for.
    """
    phrases = [_phrase(place, reading) for place, reading in zip(places, readings, strict=True)]
    novel = _novel(target, [place.text[p.start : p.end] if p else "" for place, p in zip(places, phrases, strict=True)])
    rows = []
    for place, reading, phrase, new in zip(places, readings, phrases, novel.tolist(), strict=True):
        shift = place.sentence.start - place.hit.passage.start
        start, end = shift, shift + len(place.text)
        span = max(LEAST_SPAN, phrase.score) if phrase else LEAST_SPAN
        whole = reading.best()
        rows.append(
            [
                math.log(max(LEAST_MASS, reading.mass(start, end))),
                span,
                _certainty(phrase, reading, start, end),
                logit(reading.answerable),
                max(LEAST_SPAN, whole.score) if whole else LEAST_SPAN,
                new,
                new * max(-8.0, span),
                _typed(target, place.text, phrase),
                _in_unit(target, place.text, phrase),
            ]
        )
    return rows


def _phrase(place: Place, reading: Reading) -> Span | None:
    """The likeliest phrase in a sentence, in the sentence's own offsets."""
    shift = place.sentence.start - place.hit.passage.start
    best = reading.best(shift, shift + len(place.text))
    return Span(best.start - shift, best.end - shift, best.score) if best else None


def _certainty(phrase: Span | None, reading: Reading, start: int, end: int) -> float:
    if phrase is None:
        return 0.0
    return reading.certainty(Span(phrase.start + start, phrase.end + start, phrase.score), start, end)


def _novel(target: Target, phrases: Sequence[str]) -> Vectors:
    """The share of each phrase, by weight, that the question does not hold; 0 for one without meaningful words."""
    table = default_token_vectors()
    shares = np.zeros(len(phrases), dtype=np.float32)
    for number, words in enumerate(table.encode_all(phrases)):
        if len(words):
            known = best_counterparts(table, words, [target.tokens])[:, 0] >= KNOWN
            shares[number] = words.weights[~known].sum() / words.weights.sum()
    return shares


def _typed(target: Target, text: str, phrase: Span | None) -> float:
    """1 when the phrase is of the kind asked for, -1 when not, 0 where any may do."""
    if target.kind == "other":
        return 0.0
    return 1.0 if phrase and evidence_spans(text[phrase.start : phrase.end], target.kind) else -1.0


def _in_unit(target: Target, text: str, phrase: Span | None) -> float:
    """1 when the phrase, or what follows it at once, is in the unit asked for, -1 when not, 0 where any may do."""
    if target.unit is None:
        return 0.0
    return 1.0 if phrase and has_unit(text[max(0, phrase.start - 4) : phrase.end + BEHIND], target.unit) else -1.0
