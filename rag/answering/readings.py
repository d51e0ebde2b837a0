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

BEFORE = 4
BEHIND = 14
"""Characters before and behind a phrase in which its unit may stand."""


def read_features(target: Target, places: Sequence[Place], readings: Sequence[Reading]) -> list[list[float]]:
    """Of each sentence: how likely the answer begins in it, and what its likeliest phrase is worth.

    A phrase that only repeats the question is no answer (`novel`), nor is one of another kind than is asked for.
    """
    phrases = [reading.best(*place.inside) for place, reading in zip(places, readings, strict=True)]
    novel = _novel(target, [_words(place, phrase) for place, phrase in zip(places, phrases, strict=True)])
    rows = []
    for place, reading, phrase, new in zip(places, readings, phrases, novel.tolist(), strict=True):
        start, end = place.inside
        span = max(LEAST_SPAN, phrase.score) if phrase else LEAST_SPAN
        whole = reading.best()
        rows.append(
            [
                math.log(max(LEAST_MASS, reading.mass(start, end))),
                span,
                reading.certainty(phrase, start, end) if phrase else 0.0,
                logit(reading.answerable),
                max(LEAST_SPAN, whole.score) if whole else LEAST_SPAN,
                new,
                new * max(-8.0, span),
                _typed(target, place, phrase),
                _in_unit(target, place, phrase),
            ]
        )
    return rows


def _words(place: Place, phrase: Span | None, before: int = 0, behind: int = 0) -> str:
    """A phrase, with so many characters of its sentence around it."""
    if phrase is None:
        return ""
    start = place.inside[0]
    return place.text[max(0, phrase.start - start - before) : phrase.end - start + behind]


def _novel(target: Target, phrases: Sequence[str]) -> Vectors:
    """The share of each phrase, by weight, that the question does not hold; 0 for one without meaningful words."""
    table = default_token_vectors()
    shares = np.zeros(len(phrases), dtype=np.float32)
    for number, words in enumerate(table.encode_all(phrases)):
        if len(words):
            known = best_counterparts(table, words, [target.tokens])[:, 0] >= KNOWN
            shares[number] = words.weights[~known].sum() / words.weights.sum()
    return shares


def _typed(target: Target, place: Place, phrase: Span | None) -> float:
    """1 when the phrase is of the kind asked for, -1 when not, 0 where any may do."""
    if target.kind == "other":
        return 0.0
    return 1.0 if evidence_spans(_words(place, phrase), target.kind) else -1.0


def _in_unit(target: Target, place: Place, phrase: Span | None) -> float:
    """1 when the phrase, or what follows it at once, is in the unit asked for, -1 when not, 0 where any may do."""
    if target.unit is None:
        return 0.0
    return 1.0 if has_unit(_words(place, phrase, BEFORE, BEHIND), target.unit) else -1.0
