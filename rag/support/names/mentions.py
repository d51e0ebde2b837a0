"""Where two texts, in one language or two, name the same people, places and bodies."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from index.keywords.analyzer import fold
from index.keywords.exonyms import exonym_terms
from index.keywords.name_key import name_key
from index.models import Language
from rag.support.names.places import place_ids
from rag.support.names.runs import name_runs, names_of
from rag.support.relations.actors import actors

_TOKEN = re.compile(r"[^\W_]+")
_CODE = re.compile(r"\b[A-Z]\w*-\d+\w*")
PREFIX = 5
"""Letters that names of one thing share at their front."""
_LANGUAGES: tuple[Language, ...] = ("de", "en")


class Mention(NamedTuple):
    """One place at which something is named.

    Attributes:
        thing: number of the thing; equal for equal things.
        start: where its name begins.
        end: where it ends.
    """

    thing: int
    start: int
    end: int


class _Token(NamedTuple):
    """A word with what it may be known by."""

    start: int
    end: int
    keys: frozenset[str]


class Things:
    """What a text names: the people, places and bodies that may have roles in it."""

    def __init__(self, text: str, language: Language, claim: tuple[str, Language] | None = None) -> None:
        """Find the names of a text, and the nouns that stand for somebody.

        Args:
            text: what may name somebody.
            language: its language.
            claim: another text, whose names the first may have where a capital tells nothing: "Tonga won".
        """
        self._names = list(dict.fromkeys(_names_in(text, language)))
        known = list(self._names)
        words = [keys_of(word, language) for word in _TOKEN.findall(text)] if claim else []
        for parts in _names_in(*claim) if claim else ():
            if _shares_word(parts, words) and not any(_shares_word(parts, name) for name in known):
                self._names.append(parts)
        # Longer names first, so that "Kim" is the Kim Jong Un of the same text.
        self._names.sort(key=len, reverse=True)
        self._nouns = sorted({actor.thing for actor in actors(text, language)})

    def mentions(self, text: str, language: Language) -> list[Mention]:
        """Where another text, or a part of the same, names these things; in order."""
        tokens = [_Token(m.start(), m.end(), keys_of(m.group(), language)) for m in _TOKEN.finditer(text)]
        found: list[Mention] = []
        place = 0
        while place < len(tokens):
            best, length = self._at(tokens[place:], text)
            if length:
                found.append(Mention(best, tokens[place].start, tokens[place + length - 1].end))
            place += max(1, length)
        nouns = {noun: len(self._names) + number for number, noun in enumerate(self._nouns)}
        found += [Mention(nouns[a.thing], a.start, a.end) for a in actors(text, language) if a.thing in nouns]
        # "Präsident Putin" is one, not two.
        apart = [m for m in found if m.thing < len(self._names) or not self._stands_by(m, found, text)]
        return sorted(apart, key=lambda mention: mention.start)

    def _stands_by(self, noun: Mention, found: Sequence[Mention], text: str) -> bool:
        named = [m for m in found if m.thing < len(self._names)]
        return any(not text[noun.end : m.start].strip(", ") and noun.end <= m.start for m in named) or any(
            text[m.end : noun.start].strip() in ("'s", "’s", "") and m.end <= noun.start for m in named
        )

    def _at(self, tokens: Sequence[_Token], text: str) -> tuple[int, int]:
        """The thing that is named from the first of these tokens on, and by how many of them; (0, 0) for none."""
        if not text[tokens[0].start].isupper():
            return 0, 0
        lengths = [_run_length(tokens, parts) for parts in self._names]
        most = max(lengths, default=0)
        return (lengths.index(most), most) if most else (0, 0)


def _names_in(text: str, language: Language) -> Iterator[tuple[frozenset[str], ...]]:
    """Of each name in a text what its words are known by."""
    for run in name_runs(_CODE.sub(" ", text), language):
        for name in names_of(run, language):
            if parts := tuple(keys_of(word, language) for part in name for word in _TOKEN.findall(part)):
                yield parts


def _shares_word(parts: Sequence[frozenset[str]], known: Sequence[frozenset[str]]) -> bool:
    """Whether two names have a word in common."""
    return any(own & other for own in parts for other in known)


def _run_length(tokens: Sequence[_Token], parts: Sequence[frozenset[str]]) -> int:
    """How many tokens, from the first on, are words of a name one after the other, from any of its words on."""
    for first, part in enumerate(parts):
        if tokens[0].keys & part:
            pairs = zip(tokens, parts[first:], strict=False)
            return sum(1 for _ in itertools.takewhile(lambda pair: pair[0].keys & pair[1], pairs))
    return 0


@functools.lru_cache(maxsize=8192)
def keys_of(word: str, language: Language) -> frozenset[str]:
    """What a word of a name is known by in either language: spellings, other names, the place that it is."""
    lower = word.lower()
    keys = {fold(lower), *(key for read_as in _LANGUAGES if (key := name_key(word, read_as)))}
    if len(lower) > len("Kims") - 1 and lower.endswith("s"):
        keys.add(fold(lower[:-1]))
    if len(lower) > PREFIX:
        # "Spanien" and "die Spanier".
        keys.add("^" + fold(lower)[:PREFIX])
    keys.update(exonym_terms([word], language))
    if place := place_ids(language).get(lower):
        keys.add("@" + place)
    return frozenset(keys)
