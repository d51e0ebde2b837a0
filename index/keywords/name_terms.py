"""Names as terms: `~` and the key that a name has in all spellings, `@` and the thing that it is called after."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from index.keywords.exonyms import exonym_terms
from index.keywords.name_key import name_key
from index.keywords.stop_words import STOP_WORDS
from index.models import Language

_ASKING = """
wer wem wen wessen wann wo woher wohin warum weshalb wieso wie was welche welcher welches welchen welchem womit wofür
who whom whose when where why how what which
"""
_STOP = {language: words.union(_ASKING.split()) for language, words in STOP_WORDS.items()}
_BOTH: tuple[Language, ...] = ("de", "en")


def name_terms(words: Sequence[str], language: Language) -> list[str]:
    """The terms of the names in a text, in which everything with a capital may be one.

    Args:
        words: in their own case, in order.
        language: theirs.
    """
    keys = [key for word in words if word[0].isupper() and (key := _key_term(word, language))]
    return keys + exonym_terms(words, language)


def asked_name_terms(words: Sequence[str], language: Language) -> list[str]:
    """The terms under which the names of a question may stand in articles of either language.

    A name is read by the rules of both languages, for a question may write it as the other one does. In a question
    without any capital every word may be a name.

    Args:
        words: of the question, in their own case.
        language: its language.
    """
    cased = any(character.isupper() for word in words for character in word)
    terms: dict[str, None] = {}
    for word in words:
        if word.lower() not in _STOP[language] and (not cased or word[0].isupper()):
            keys = (name_key(word, read_as) for read_as in _BOTH)
            terms.update(("~" + key, None) for key in keys if key)
    terms.update((term, None) for term in exonym_terms(words, language, cased))
    return list(terms)


@functools.lru_cache(maxsize=131_072)
def _key_term(word: str, language: Language) -> str:
    """The term of a word's key; empty for function words and for what has no key."""
    key = "" if word.lower() in _STOP[language] else name_key(word, language)
    return "~" + key if key else ""
