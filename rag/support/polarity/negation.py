"""Negations in a text."""

from __future__ import annotations

import re

from index.models import Language
from rag.support.polarity.negation_words import NEGATIONS

_WORD = re.compile(r"[^\W\d_]+(?:['’]t)?")
# "not only" and "nicht nur" deny nothing.
_EMPTY = re.compile(
    r"\b(?:not only|nicht nur|nicht zuletzt|no\. ?\d|ohne weiteres|no doubt|nicht wahr)\b", re.IGNORECASE
)


def negations(text: str, language: Language) -> list[str]:
    """The negating words of a text in lower case, in order; "not only" and the like are left out."""
    found = _WORD.findall(_EMPTY.sub(" ", text).lower().replace("’", "'"))
    return [word for word in found if word in NEGATIONS[language]]
