"""A sentence denied, or a denial taken back."""

from __future__ import annotations

from random import Random

from eval.perturbation.kinds.negation_english import deny as deny_english
from eval.perturbation.kinds.negation_english import undeny as undeny_english
from eval.perturbation.kinds.negation_german import deny as deny_german
from eval.perturbation.kinds.negation_german import undeny as undeny_german
from index.models import Language
from rag.support.polarity.negation import negations


def negation(text: str, language: Language, draw: Random) -> str | None:
    """Deny what is said, or say what is denied; with two denials in a sentence neither is safe."""
    denied = negations(text, language)
    if len(denied) > 1:
        return None
    if language == "en":
        return undeny_english(text) if denied else deny_english(text)
    return undeny_german(text) if denied else deny_german(text)
