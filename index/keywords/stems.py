"""Snowball stems (Porter 2001) of German and English words."""

from __future__ import annotations

import functools

import Stemmer

from index.models import Language

_ALGORITHM: dict[Language, str] = {"de": "german", "en": "english"}


@functools.lru_cache(maxsize=65_536)
def stem(word: str, language: Language) -> str:
    """The Snowball stem of a lower-case word."""
    stemmed: str = _stemmer(language).stemWord(word)
    return stemmed


@functools.cache
def _stemmer(language: Language) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(_ALGORITHM[language])
