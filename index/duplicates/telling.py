"""Words that change what a text says although they are few: a copy in which one of them differs is news."""

from __future__ import annotations

from index.keywords.stop_words import STOP_WORDS

_NEGATIONS = (
    "nicht nichts nie niemals niemand kein keine keinen keinem keiner keines ohne kaum weder "
    "not no never nobody none nothing neither nor without cannot t"
)
_NUMBERS = (
    "null zwei drei vier fünf sechs sieben acht neun zehn elf zwölf hundert tausend million millionen milliarde "
    "milliarden dutzend erste ersten erster erstes zweite zweiten dritte dritten halb halbe doppelt "
    "zero one two three four five six seven eight nine ten eleven twelve hundred thousand million billion dozen "
    "first second third half twice"
)
_TELLING = frozenset(f"{_NEGATIONS} {_NUMBERS}".split())
_FUNCTION_WORDS = STOP_WORDS["de"] | STOP_WORDS["en"]
"""Capitalised at the beginning of a sentence only."""


def is_telling(word: str) -> bool:
    """Whether a word is a figure, a number, a negation (the "t" is that of "isn't"), a name or a German noun."""
    lower = word.lower()
    if lower in _TELLING or any(character.isdigit() for character in word):
        return True
    return word[0].isupper() and lower not in _FUNCTION_WORDS
