"""Text to keyword terms, for German and English alike.

Character 4-grams of folded words find German compounds, genitives and names across spellings without a dictionary;
the Snowball stem of each word is added because whole words are what tells one passage from its neighbours. Measured on
MLQA dev, see `docs/decisions.md`.
"""

from __future__ import annotations

import functools
import re
import unicodedata

import Stemmer

from index.models import Language

GRAM = 4

_WORD = re.compile(r"\w+")
_ALGORITHM: dict[Language, str] = {"de": "german", "en": "english"}
_UMLAUTS = str.maketrans({"ß": "ss", "ä": "a", "ö": "o", "ü": "u", "æ": "ae", "ø": "o", "ł": "l"})


def words(text: str) -> list[str]:
    """The words of a text in lower case."""
    return _WORD.findall(text.lower())


def fold(word: str) -> str:
    """Take accents and umlauts off a lower-case word ("pjöngjang" and "pjongjang" become one)."""
    decomposed = unicodedata.normalize("NFKD", word.translate(_UMLAUTS))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def stem(word: str, language: Language) -> str:
    """The Snowball stem of a lower-case word."""
    stemmed: str = _stemmer(language).stemWord(word)
    return stemmed


def grams(word: str) -> list[str]:
    """Character 4-grams of a folded word with its boundaries marked; a short word is one gram."""
    marked = f"_{word}_"
    return [marked[i : i + GRAM] for i in range(max(1, len(marked) - GRAM + 1))]


def analyze(text: str, language: Language) -> list[str]:
    """All terms of a text, repeated as often as they occur; stems carry a leading "=" to be kept apart from grams."""
    terms: list[str] = []
    for word in words(text):
        terms.extend(grams(fold(word)))
        terms.append("=" + stem(word, language))
    return terms


@functools.cache
def _stemmer(language: Language) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(_ALGORITHM[language])
