"""Function words of both languages, as bm25s lists them."""

from __future__ import annotations

from bm25s.stopwords import STOPWORDS_EN_PLUS, STOPWORDS_GERMAN

from index.models import Language

STOP_WORDS: dict[Language, frozenset[str]] = {
    "de": frozenset(STOPWORDS_GERMAN),
    "en": frozenset(STOPWORDS_EN_PLUS),
}
"""A list a language: "war" and "die" are function words in one and the very subject in the other."""
