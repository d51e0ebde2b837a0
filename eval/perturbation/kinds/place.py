"""A place replaced: a city by a city, a country by a country, a nationality by another."""

from __future__ import annotations

import re
from random import Random
from typing import get_args

from eval.perturbation.edit import cut, like
from index.models import Language
from rag.support.names.places import PlaceClass, places

# These take an article in German, which would have to change too.
_WITH_ARTICLE = frozenset(
    ["Schweiz", "Türkei", "Ukraine", "Niederlande", "Iran", "Irak", "Kosovo", "Libanon", "Netherlands"]
)
# There is one European Union, and no Austrian one that somebody could mean.
_INSTITUTION = re.compile(r"\s(?:Union|Parliament|Parlaments?|Commission|Kommission|Council|Rat)\b")
_WORD = re.compile(r"[^\W\d_]+")


def place(text: str, language: Language, draw: Random) -> str | None:
    """Replace one place by another of its class."""
    found = [(m, *hit) for m in _WORD.finditer(text) if (hit := _class_of(m.group(), language)) is not None]
    if not found:
        return None
    match, kind, name, ending = draw.choice(found)
    if _INSTITUTION.match(text, match.end()):
        return None
    others = [other for other in places(kind, language) if other != name and other.lower() not in text.lower()]
    if language == "en" and kind.endswith("adjective"):
        vowel = match.group()[0] in "AEIOU"
        others = [other for other in others if (other[0] in "AEIOU") == vowel]
    others = [other for other in others if other not in _WITH_ARTICLE]
    return cut(text, match.start(), match.end(), like(draw.choice(others), match.group()) + ending) if others else None


def _class_of(word: str, language: Language) -> tuple[PlaceClass, str, str] | None:
    """The class, the name and its ending, None for any other word or a country with an article."""
    for kind in get_args(PlaceClass):
        for name in places(kind, language):
            declined = kind.endswith("adjective") and language == "de"
            ending = word[len(name) :]
            same = word.lower().startswith(name) if declined else word.startswith(name)
            if same and ending in (("", "e", "en", "er", "es", "em") if declined else ("",)):
                return None if name in _WITH_ARTICLE else (kind, name, ending)
    return None
