"""A sentence denied, or a denial taken back."""

from __future__ import annotations

from random import Random

from index.models import Language
from rag.support.negation import negations
from train.support.kinds.negation_english import deny as deny_english
from train.support.kinds.negation_english import undeny as undeny_english
from train.support.kinds.negation_german import deny as deny_german
from train.support.kinds.negation_german import undeny as undeny_german


def negation(text: str, language: Language, draw: Random) -> str | None:
    """Deny what is said, or say what is denied; with two denials in a sentence neither is safe."""
    denied = negations(text, language)
    if len(denied) > 1:
        return None
    if language == "en":
        return undeny_english(text) if denied else deny_english(text)
    return undeny_german(text) if denied else deny_german(text)
