"""The language of a whole file: one short question can mislead, a thousand cannot."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from index.language import SURE, german_score
from index.models import Language

_ENOUGH = 500
_LOUDEST = 50.0
"""No single text speaks louder than this, in nats."""


def majority_language(texts: Iterable[str]) -> Language:
    """The language that the evidence of up to 500 texts adds up to."""
    german = sum(max(-_LOUDEST, min(_LOUDEST, german_score(text))) for text in islice(texts, _ENOUGH))
    return "de" if german > 0 else "en"


def language_among(text: str, others: Language) -> Language:
    """The language of a text where it is certain, else that of most of its kind."""
    score = german_score(text)
    if abs(score) < SURE:
        return others
    return "de" if score > 0 else "en"
