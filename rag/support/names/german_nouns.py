"""German nouns told from names by how they are made, for those that English spells alike or the lexicon lacks."""

from __future__ import annotations

import functools
import re

from index.keywords.compounds import LEAST_PART
from index.keywords.translation import default_translations

_ABSTRACT = re.compile(
    r".{2,}(?:[stx]ion|ität|ismus|(?<!d)ung|heit|keit|schaft|logie|grafie|graphie|nomie)(?:en|s)?|.{2,}(?:tik|rik|nik|sik)"
)
"""Endings of nouns made from other words; those in -ik only where English spells them otherwise: not "Frederik"."""
_WOMAN = re.compile(
    r".{2,}(?:[ts]or|ist|log|nom|gog|ant|ent|eur|rat|iat|arch|graf|niker|iker|ler|ner|zer|ger|ker|cher|ber|der|ter|fer|ior|iff|chef"
    r"|rät|anwält|ärzt)in(?:nen)?"
)
"""Women by what they do."""
_SHORT_HEADS = ("rat", "amt", "gut", "tag", "weg", "zug", "bau", "wort", "kundler", "dezernent", "chef", "chefin")
_JOINTS = ("", "s", "es", "n", "en", "er", "e")
_LEAST_WOMAN = 8
"""Letters; "Severin" has fewer."""


@functools.lru_cache(maxsize=8192)
def is_noun(word: str) -> bool:
    """Whether a German word with a capital is a common noun by how it is made; False says nothing."""
    lower = word.lower()
    if "-" in lower:
        return False
    if _ABSTRACT.fullmatch(lower) and (not lower.endswith("ik") or _is_translated(lower)):
        return True
    if len(lower) >= _LEAST_WOMAN and _WOMAN.fullmatch(lower):
        return True
    return not _known(lower) and any(
        lower.endswith(head) and len(lower) - len(head) >= LEAST_PART - 1 and _is_front(lower[: -len(head)])
        for head in _SHORT_HEADS
    )


def _is_translated(word: str) -> bool:
    called = default_translations().of(word, "de")
    return bool(called) and all(text != word for text, _ in called)


def _is_front(part: str) -> bool:
    """Whether a word can open a compound, with the letters that join it to the next."""
    return any(part.endswith(joint) and _known(part[: len(part) - len(joint)]) for joint in _JOINTS)


def _known(word: str) -> bool:
    return len(word) > 2 and bool(default_translations().of(word, "de"))
