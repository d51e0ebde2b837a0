"""Whether a question's words stand in a text, by their stems: in the text's own language, without a model."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.embedding.interface import Vectors
from index.keywords.analyzer import fold, grams, stem, words
from index.models import Language
from rag.answering.question_words import ContentWord

SOFT_MATCH = 0.45
"""Least Dice overlap of 4-grams for two words to count as forms of each other ("Nordkoreas", "nordkoreanische")."""


def match_words(wanted: Sequence[ContentWord], text: str, language: Language) -> Vectors:
    """How well each content word is found in a text: 1 for the same stem or number, else the 4-gram overlap, or 0."""
    present = list(dict.fromkeys(words(text)))
    stems = {"=" + stem(word, language) for word in present}
    present_grams = [frozenset(grams(fold(word))) for word in present if not word[0].isdigit()]
    found = []
    for word in wanted:
        if word.term in stems or word.text in present:
            found.append(1.0)
        elif word.is_number:
            found.append(0.0)
        else:
            overlap = max((_dice(word.grams, other) for other in present_grams), default=0.0)
            found.append(overlap if overlap >= SOFT_MATCH else 0.0)
    return np.array(found, dtype=np.float32)


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    return 2.0 * len(one & other) / (len(one) + len(other))
