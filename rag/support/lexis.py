"""The words of a text, to be found under their stems, spellings and translations."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass

from index.embedding.late_interaction import align
from index.embedding.token_vectors import default_token_vectors
from index.keywords.analyzer import cased_words, fold, grams, stem
from index.keywords.exonyms import exonym_terms
from index.keywords.name_key import name_key
from index.keywords.translation import default_translations
from index.models import Language
from rag.support.names.nations import nations_called
from rag.support.names.places import place_ids
from rag.support.names.towns import towns_of

ALIKE = 0.55
"""Least Dice overlap of 4-grams of two words that are forms of one name ("Nordkoreas", "nordkoreanisch")."""
STANDS_FOR = 0.45
"""Least cosine of the word vectors of a name and what stands for it in the evidence."""
SHORTEST_PART = 5
"""Letters of the shortest stem that is looked for inside longer words ("verteidig" in "Verteidigungsminister")."""
SHORTEST_ALIKE = 5

_LANGUAGES: tuple[Language, ...] = ("de", "en")
_PRONOUN = re.compile(
    r"\b(?:[Ee]r|[Ss]ie|[Ii]hn|[Ii]hm|[Ii]hr(?:e[nmrs]?)?|[Ss]ein(?:e[nmrs]?)?|[Hh]e|[Ss]he|[Hh]im|[Hh]er|[Hh]is|[Tt]hey"
    r"|[Tt]hem|[Tt]heir|[Ii]ts?|[Dd]ort)\b"
)
_VOWELS = "aeiouy"
_EUROPEAN_BODY = re.compile(
    r"\b(?:European (?:Union|Commission|Parliament|Council)"
    r"|Europäische[nrs]? (?:Union|Kommission|Parlaments?|Rat(?:es)?))\b"
)
_SIDES = {"north": "nord", "south": "sud", "east": "ost", "west": "west"}


@dataclass(frozen=True)
class Lexis:
    """The words of one text.

    Attributes:
        text: the text.
        language: its language.
        stems: stems of its words.
        folded: its words in lower case without accents.
        keys: keys of its words as names in either language.
        things: what its names are called after, in any language, and the places among them.
        towns: towns of which it has the German adjective, folded.
    """

    text: str
    language: Language
    stems: frozenset[str]
    folded: frozenset[str]
    keys: frozenset[str]
    things: frozenset[str]
    towns: frozenset[str]

    @classmethod
    @functools.lru_cache(maxsize=256)
    def of(cls, text: str, language: Language) -> Lexis:
        """Read a text."""
        written = cased_words(text)
        lower = [word.lower() for word in written]
        return cls(
            text,
            language,
            frozenset(stem(word, language) for word in lower),
            frozenset(fold(word) for word in lower),
            frozenset(key for word in written for read_as in _LANGUAGES if (key := name_key(word, read_as))),
            frozenset([*exonym_terms(written, language), *things_of(written, language), *_union(text)]),
            frozenset(town for word in written for town in towns_of(word)) if language == "de" else frozenset(),
        )

    @property
    def has_pronoun(self) -> bool:
        """Whether something in the text stands for a name that was mentioned before."""
        return _PRONOUN.search(self.text) is not None

    def has_whole(self, name: str, language: Language) -> bool:
        """Whether a name of one or several words stands here under what it is called in either language."""
        return bool(self.things.intersection(exonym_terms(cased_words(name), language)))

    def has_acronym(self, words: tuple[str, ...]) -> bool:
        """Whether the first letters of several words stand here as one, or one acronym stands for several words."""
        if len(words) > 1:
            return "".join(word[0] for word in words).lower() in self.folded
        letters = words[0].replace(".", "")
        if not (letters.isupper() and len(letters) > 1):
            return False
        spelled = r"\W+(?:(?:of|the|and|der|die|das|und|für|for)\W+)*".join(rf"{letter}\w*" for letter in letters)
        return re.search(rf"\b{spelled}", self.text) is not None

    def has_code(self, code: str) -> bool:
        """Whether a designation such as "Su-57" stands here, with or without its hyphen."""
        pattern = r"[-\s]?".join(re.escape(part) for part in re.split(r"-", code))
        return re.search(rf"(?<!\w){pattern}(?!\d)", self.text, re.IGNORECASE) is not None

    def has_name(self, word: str, language: Language) -> bool:
        """Whether a word of a name stands here in any form."""
        parts = [part for part in cased_words(word) if len(part) > 1] or cased_words(word)
        return all(_has_word(self, part, language) for part in parts)


def things_of(words: Iterable[str], language: Language) -> set[str]:
    """The places among some words, and the countries of those that say of which one something is."""
    known = place_ids(language)
    found = {known[word.lower()] for word in words if word.lower() in known} | {
        word for word in words if word.isupper()
    }
    return found.union(*(called for thing in found if len(called := nations_called(thing, "en")) == 1))


@functools.lru_cache(maxsize=4096)
def _has_word(lexis: Lexis, word: str, language: Language) -> bool:
    lower = word.lower()
    folded = fold(lower)
    if folded in lexis.folded or stem(lower, language) in lexis.stems:
        return True
    if any((key := name_key(word, read_as)) and _has_key(key, lexis.keys) for read_as in _LANGUAGES):
        return True
    if lexis.things.intersection([*things_of([word], language), *exonym_terms([word], language)]):
        return True
    if _has_town(word, language, lexis):
        return True
    if _has_form(folded, lexis) or _has_side(lower, lexis) or _has_translation(lower, language, lexis):
        return True
    return _has_counterpart(word, lexis)


def _has_key(key: str, keys: frozenset[str]) -> bool:
    """The key itself, or with one vowel more or less: "Young-ho", "Yung-ho"."""
    if key in keys:
        return True
    shorter = {key[:place] + key[place + 1 :] for place, letter in enumerate(key) if letter in _VOWELS}
    return bool(shorter & keys) or any(
        key == other[:place] + other[place + 1 :]
        for other in keys
        if len(other) == len(key) + 1
        for place, letter in enumerate(other)
        if letter in _VOWELS
    )


def _union(text: str) -> list[str]:
    """The European Union where one of its bodies is named in full."""
    return ["EU"] if _EUROPEAN_BODY.search(text) else []


def _has_town(word: str, language: Language, lexis: Lexis) -> bool:
    """Whether a town stands there as an adjective, or the town of a German adjective, under either name."""
    if fold(word.lower()) in lexis.towns:
        return True
    towns = towns_of(word) if language == "de" else frozenset()
    if any(town in lexis.folded for town in towns):
        return True
    called = exonym_terms([town.capitalize() for town in towns], language)
    own = exonym_terms([word], language)
    there = exonym_terms([town.capitalize() for town in lexis.towns], "de")
    return bool(lexis.things.intersection(called)) or bool(set(own).intersection(there))


def _has_form(folded: str, lexis: Lexis) -> bool:
    if len(folded) < SHORTEST_ALIKE:
        return False
    if any(folded in other for other in lexis.folded):
        return True
    own = frozenset(grams(folded))
    others = (frozenset(grams(other)) for other in lexis.folded if len(other) >= SHORTEST_ALIKE)
    return any(2.0 * len(own & other) / (len(own) + len(other)) >= ALIKE for other in others)


def _has_side(word: str, lexis: Lexis) -> bool:
    """Whether "South" is the front of a word such as "südkoreanisch"."""
    front = _SIDES.get(word)
    return front is not None and any(other.startswith(front) and len(other) > len(front) for other in lexis.folded)


def _has_translation(word: str, language: Language, lexis: Lexis) -> bool:
    if language == lexis.language:
        return False
    called = [text for text, _ in default_translations().of(word, language)]
    if lexis.stems.intersection(called):
        return True
    return any(len(text) >= SHORTEST_PART and text in other for text in called for other in lexis.folded)


def _has_counterpart(word: str, lexis: Lexis) -> bool:
    """Whether a word of the text has nearly the same vector."""
    table = default_token_vectors()
    left, right = table.encode_all([word, lexis.text])
    return bool(align(table, left, right, STANDS_FOR))
