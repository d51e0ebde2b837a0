"""Names that are other words in German and English: Deutschland and Germany, Den Haag and The Hague.

All names of one thing share a term such as `@germany`. The table is package data, made by `python -m train.exonyms`;
see `data/README.md` for where it comes from.
"""

from __future__ import annotations

import functools
import gzip
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources

from index.keywords.folding import fold
from index.keywords.stems import stem
from index.models import Language

FILE = "exonyms.tsv.gz"
JOINT = "_"
"""Between the words of a key; terms hold no white space."""

ACRONYM = 5
"""Longest word in capitals that is taken for an acronym and only found in capitals: "WHO" is not "who"."""

_ENDINGS: dict[Language, tuple[str, ...]] = {"de": ("", "s", "er", "ern"), "en": ("",)}
"""Genitive and the adjective of towns ("Genfer"); an English possessive is a word of its own here."""


@dataclass(frozen=True)
class Exonyms:
    """The names of one language.

    Attributes:
        terms: key of a name to its term.
        longest: first word of a key to the number of words in the longest key that it opens.
    """

    terms: Mapping[str, str]
    longest: Mapping[str, int]

    def run_at(self, words: Sequence[str], language: Language, cased: bool) -> tuple[str, int]:
        """The term of the longest name of several words that opens a text, and how many they are; "" and 0 for none."""
        for length in range(min(len(words), self.longest.get(part(words[0], language), 0)), 1, -1):
            run = words[:length]
            term = self.terms.get(key_of(run, language))
            if term and (not cased or any(word[0].isupper() for word in run)):
                return term, length
        return "", 0

    def one(self, word: str, language: Language) -> str:
        """The term of a name of one word, in the genitive or as the adjective of a town too; "" for none."""
        key = key_of([word], language)
        for ending in _ENDINGS[language]:
            if key.endswith(ending) and key[: len(key) - len(ending)] in self.terms:
                return self.terms[key[: len(key) - len(ending)]]
        return ""


def exonym_terms(words: Sequence[str], language: Language, cased: bool = True) -> list[str]:
    """The terms of all names among the words of a text, the longest at each place.

    Args:
        words: in their own case, in order.
        language: theirs.
        cased: whether a name has to hold a capital, as it has in a text that is written with care.
    """
    found, place = [], 0
    while place < len(words):
        opens, term = _looked_up(words[place], language)
        length = 0
        if opens:
            run_term, length = exonyms(language).run_at(words[place : place + opens], language, cased)
            term = run_term or term
        if term and (length or not cased or words[place][0].isupper()):
            found.append(term)
        place += max(1, length)
    return found


@functools.lru_cache(maxsize=131_072)
def _looked_up(word: str, language: Language) -> tuple[int, str]:
    """How many words the longest name that opens with this one has, and the term of the word alone."""
    table = exonyms(language)
    return table.longest.get(part(word, language), 0), table.one(word, language)


def key_of(words: Sequence[str], language: Language) -> str:
    """The form in which a name of so many words is looked up: several without their endings, a single one as it is."""
    if len(words) > 1:
        return JOINT.join(part(word, language) for word in words)
    word = words[0]
    return word if word.isupper() and 1 < len(word) <= ACRONYM else fold(word.lower())


@functools.lru_cache(maxsize=65_536)
def part(word: str, language: Language) -> str:
    """A word of a name of several, without case, accents and endings."""
    lower = word.lower()
    stemmed = fold(stem(lower, language))
    return stemmed[:-1] if len(stemmed) > 2 and stemmed.endswith("s") else stemmed


@functools.cache
def exonyms(language: Language) -> Exonyms:
    """The names of a language, read once.

    Raises:
        OSError: the package is incomplete.
    """
    packed = (resources.files(__package__) / "data" / FILE).read_bytes()
    terms: dict[str, str] = {}
    longest: dict[str, int] = {}
    for line in gzip.decompress(packed).decode("utf-8").splitlines():
        english, german = line.split("\t")
        term = "@" + english.split(" ", 1)[0]
        for key in (german if language == "de" else english).split(" "):
            terms[key] = term
            if JOINT in key:
                head, words = key.split(JOINT, 1)[0], key.count(JOINT) + 1
                longest[head] = max(words, longest.get(head, 0))
    return Exonyms(terms, longest)
