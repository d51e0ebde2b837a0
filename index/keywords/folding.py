"""Accents and umlauts off."""

from __future__ import annotations

import functools
import unicodedata

_LETTERS = str.maketrans({"ß": "ss", "ä": "a", "ö": "o", "ü": "u", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})


@functools.lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """Take accents and umlauts off a lower-case word ("pjöngjang" and "pjongjang" become one)."""
    decomposed = unicodedata.normalize("NFKD", word.translate(_LETTERS))
    return "".join(c for c in decomposed if not unicodedata.combining(c))
