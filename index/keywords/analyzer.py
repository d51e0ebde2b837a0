"""Text to keyword terms, for German and English alike.

Character 4-grams of folded words find German compounds, genitives and names across spellings without a dictionary;
the Snowball stem of each word (`=`) is added because whole words are what tells one passage from its neighbours. Names
are found across spellings by a key (`~`) and across languages by what they name (`@`), numbers and dates by their value
(`#`). Measured on MLQA dev, see `bench/results/keywords.md`.
"""

from __future__ import annotations

import functools
import re

from index.keywords.folding import fold
from index.keywords.name_terms import name_terms
from index.keywords.number_terms import number_terms
from index.keywords.stems import stem
from index.models import Language

__all__ = ["GRAM", "analyze", "cased_words", "fold", "grams", "stem", "word_terms", "words"]

GRAM = 4

_WORD = re.compile(r"\w+")


def words(text: str) -> list[str]:
    """The words of a text in lower case."""
    return _WORD.findall(text.lower())


def cased_words(text: str) -> list[str]:
    """The words of a text as they are written."""
    return _WORD.findall(text)


def grams(word: str) -> list[str]:
    """Character 4-grams of a folded word with its boundaries marked; a short word is one gram."""
    marked = f"_{word}_"
    return [marked[i : i + GRAM] for i in range(max(1, len(marked) - GRAM + 1))]


def analyze(text: str, language: Language) -> list[str]:
    """All terms under which a passage is found, repeated as often as they occur; all but 4-grams open with a mark."""
    written = cased_words(text)
    terms = [term for word in written for term in word_terms(word.lower(), language)]
    return terms + name_terms(written, language) + number_terms(text, language)


@functools.lru_cache(maxsize=131_072)
def word_terms(word: str, language: Language) -> tuple[str, ...]:
    """The 4-grams of a lower-case word and its stem behind "=", which keeps it apart from them.

    A number has no near spellings: its parts are left out, or a year would outweigh what was asked about it.
    """
    whole = "=" + stem(word, language)
    return (whole,) if word.isdecimal() else (*grams(fold(word)), whole)
