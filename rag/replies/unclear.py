"""Texts that ask nothing: marks and numbers alone, keys hit at random, function words without a thing."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from index.keywords.stop_words import STOP_WORDS
from index.models import Language
from rag.replies.letters import known_share

_WORD = re.compile(r"[^\W\d_]+")
_TOKEN = re.compile(r"[^\W_]+(?:[.,:/’'-][^\W_]+)*")
# "9/11" and "13.09.2023" name a day, which can be searched for; a number alone cannot.
_DAY = re.compile(r"\b\d{1,2}/\d{1,2}\b|\b\d{1,2}\.\d{1,2}\.(?:\d{2,4})?|\b\d{4}-\d{2}(?:-\d{2})?\b")
_KEYBOARD = ("qwertzuiop", "qwertyuiop", "asdfghjklöä", "yxcvbnm", "zxcvbnm", "ölkjhgfdsa", "lkjhgfdsa", "poiuztrewq")
_LISTED = """
    wer wem wen wessen wann wo woher wohin warum weshalb wieso wie was welche welcher welches viel viele denn etwa genau
    ja nein doch ok okay hm hmm mhm aha ach oh äh ähm na naja so soso bitte sonst noch mal eigentlich egal gut gar
    who whom whose when where why how what which much many yes no nope yeah yep maybe ok okay hm hmm uh um please else
    lol haha hahaha hihi huh eh meh wtf omg blah bla blabla foo bar
    """
_EMPTY_WORDS = frozenset(_LISTED.split())
_GIBBERISH = 0.55
"""Share of known letter sequences below which a word is no word of any language."""
_LONGEST_ABBREVIATION = 4


def is_unclear(text: str, known: Callable[[str], bool]) -> bool:
    """Whether nothing can be searched for in a text.

    Args:
        text: what was typed, without courtesies.
        known: whether a word (lower case) occurs in the archive; such a word is never nonsense.
    """
    words = _WORD.findall(text)
    if not words:
        return _DAY.search(text) is None
    if _DAY.search(text) or _is_code(text):
        return False
    lowered = [word.lower() for word in words]
    if not any(_is_abbreviation(word) for word in words) and any(_says_nothing(lowered, own) for own in STOP_WORDS):
        return True
    return all(looks_random(word) and not known(word) for word in lowered)


def _is_code(text: str) -> bool:
    """Whether letters and digits make up a name together: "Su-57", "B12"."""
    return any(
        any(character.isdigit() for character in token) and any(character.isalpha() for character in token)
        for token in _TOKEN.findall(text)
    )


def _is_abbreviation(word: str) -> bool:
    """Whether a word is written in capitals: "WHO" is not "who"."""
    return word.isupper() and len(word) > 1


def _says_nothing(words: Sequence[str], language: Language) -> bool:
    return all(len(word) < 2 or word in _EMPTY_WORDS or word in STOP_WORDS[language] for word in words)


def looks_random(word: str) -> bool:
    """Whether a word (lower case) was hit at random: a run of keys, one letter many times, no syllables."""
    if len(word) >= 4 and any(word in row for row in _KEYBOARD):
        return True
    if len(word) > _LONGEST_ABBREVIATION and len(set(word)) <= 2 and len(word) > 2 * len(set(word)):
        return True
    return len(word) > _LONGEST_ABBREVIATION and known_share(word) < _GIBBERISH
