"""What is measured about sentences as answers to a question."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.embedding.interface import Vectors
from index.keywords.analyzer import words
from rag.answering.alignment import Alignment, align_places
from rag.answering.evidence_types import evidence_spans
from rag.answering.matching import match_words
from rag.answering.places import Place
from rag.answering.readings import read_features
from rag.answering.target import Target
from rag.answering.units import has_unit
from rag.reading.reader import Reading

LONG = 40.0
"""Words of a long sentence."""

SHORT = 6
"""Words below which a sentence is short."""

UNALIGNED = 0.35
"""Cosine below which a word of the question has no counterpart."""

BY_STEM = ("coverage", "context", "missing", "numbers", "similar_title")
BY_TOKEN = (
    "aligned",
    "aligned_near",
    "aligned_passage",
    "unaligned_near",
    "weakest_near",
    "telling",
    "telling_near",
    "new_here",
    "focus",
    "focus_near",
)
BY_MEANING = ("cosine", "cosine_before", "cosine_after", "passage_cosine", "relative")
BY_KIND = ("typed", "unit")
BY_READER = (
    "mass",
    "span",
    "certainty",
    "answerable",
    "passage_span",
    "novel",
    "novel_span",
    "typed_phrase",
    "unit_phrase",
)
BY_PLACE = (
    "first_hit",
    "rank",
    "opening",
    "number",
    "last",
    "table_row",
    "list_item",
    "caption",
    "length",
    "short",
    "asking",
)
FEATURES = (*BY_STEM, *BY_TOKEN, *BY_MEANING, *BY_KIND, *BY_READER, *BY_PLACE)
"""The features' names, in the order of the columns that `measure` returns. What each says is told where it is made."""


def measure(target: Target, places: Sequence[Place], vectors: Vectors, readings: Sequence[Reading]) -> Vectors:
    """Measure sentences.

    Args:
        target: what is asked.
        places: the sentences, those of a passage one after the other.
        vectors: their unit vectors, of shape (sentences, dimension).
        readings: what the reader makes of each one's passage.

    Returns:
        float32 array of shape (sentences, len(FEATURES)).
    """
    alignment = align_places(target, places)
    return np.column_stack(
        [
            _by_stem(target, places),
            _by_token(target, alignment),
            _by_meaning(target, places, vectors),
            [_by_kind(target, place.text) for place in places],
            read_features(target, places, readings),
            [_by_place(place) for place in places],
        ]
    ).astype(np.float32)


def _by_stem(target: Target, places: Sequence[Place]) -> list[list[float]]:
    """How much of the question stands in the sentence, around it (title, passage, date), and how much nowhere."""
    weights = np.asarray(target.weights, dtype=np.float32)
    if not len(weights):
        return [[0.0] * len(BY_STEM) for _ in places]
    total, most = float(weights.sum()) or 1.0, max(float(weights.max()), 1e-6)
    numbers = np.array([word.is_number for word in target.words])
    around: dict[int, tuple[Vectors, Vectors]] = {}
    rows = []
    for place in places:
        article = place.hit.article
        if place.rank not in around:
            text = f"{article.title} {place.hit.text} {article.published or ''}"
            title = match_words(target.words, article.title, article.language)
            around[place.rank] = (match_words(target.words, text, article.language), title)
        context, title = around[place.rank]
        own = match_words(target.words, place.text, article.language)
        rows.append(
            [
                float(weights @ own) / total,
                float(weights @ context) / total,
                float((weights * (1.0 - context)).max()) / most,
                1.0 - float(context[numbers].mean()) if numbers.any() else 0.0,
                float(weights @ title) / total,
            ]
        )
    return rows


def _by_token(target: Target, found: Alignment) -> Vectors:
    """The same by token vectors, across languages.

    `telling` leaves out of account what stands in most of the sentences at hand, `new_here` what the title says.
    """
    weights, focus = target.tokens.weights, list(target.focus)
    if not len(weights):
        return np.zeros((len(found.own), len(BY_TOKEN)), dtype=np.float32)
    own, near = found.own**2, found.near**2
    telling = weights * np.clip(np.log((len(own) + 1) / (own.sum(axis=0) + 0.5)), 0.0, None)
    new = weights * (1.0 - found.head**2)
    return np.column_stack(
        [
            _share(own, weights),
            _share(near, weights),
            _share(found.passage**2, weights),
            _share((found.near < UNALIGNED).astype(np.float32), weights),
            (weights * (1.0 - found.near)).max(axis=1) / float(weights.max()),
            _share(own, telling),
            _share(near, telling),
            (own * new).sum(axis=1) / np.maximum(new.sum(axis=1), 1e-6),
            own[:, focus].max(axis=1) if focus else np.zeros(len(own)),
            near[:, focus].max(axis=1) if focus else np.zeros(len(own)),
        ]
    )


def _share(found: Vectors, weights: Vectors) -> Vectors:
    share: Vectors = found @ weights / max(float(weights.sum()), 1e-6)
    return share


def _by_meaning(target: Target, places: Sequence[Place], vectors: Vectors) -> list[list[float]]:
    """Cosine of the question with the sentence, its neighbours and its passage; the passage's score beside the best."""
    cosines = (vectors @ target.embedding).tolist()
    rows = []
    for index, place in enumerate(places):
        before = cosines[index - 1] if place.number > 0 else 0.0
        after = cosines[index + 1] if place.number + 1 < place.of else 0.0
        relative = max(-1.0, min(1.0, place.hit.fused / target.best_score)) if target.best_score > 0.0 else 0.0
        rows.append([cosines[index], before, after, place.hit.cosine, relative])
    return rows


def _by_kind(target: Target, text: str) -> tuple[float, float]:
    """1 when the sentence holds a thing of the kind, or in the unit, asked for, -1 when not, 0 where any may do."""
    return typed(target, text), 0.0 if target.unit is None else 1.0 if has_unit(text, target.unit) else -1.0


def typed(target: Target, text: str) -> float:
    """1 when a text holds a thing of the kind asked for that the question does not name itself, -1 when not."""
    if target.kind == "other":
        return 0.0
    known = {word.text for word in target.words}
    for start, end in evidence_spans(text, target.kind):
        if any(word not in known for word in words(text[start:end]) if len(word) > 1 or word.isdigit()):
            return 1.0
    return -1.0


def _by_place(place: Place) -> tuple[float, ...]:
    length, kind = len(words(place.text)), place.sentence.kind
    return (
        float(place.rank == 0),
        min(place.rank, 7) / 7,
        float(place.number == 0),
        min(place.number, 5) / 5,
        float(place.number == place.of - 1),
        float(kind == "table_row"),
        float(kind == "list_item"),
        float(kind == "caption"),
        min(1.0, length / LONG),
        float(length < SHORT),
        float(place.text.endswith("?")),
    )
