"""Single words of a topic in the other language: "Brücke" in an English question is "bridge"."""

from __future__ import annotations

import functools
import json
from collections import defaultdict

from index.embedding.default import MODELS
from index.keywords.stems import stem
from index.keywords.translation import default_translations
from index.models import Language
from rag.conversation.tokens import tokens_of
from rag.support.names.places import PlaceClass, places

SURE = 0.6
"""Least probability of a translation; a word without one stays as it is, and is found by its letters and meaning."""

_VOCABULARY = MODELS / "fundstelle-embed-de-en" / "tokenizer.json"
_NAMES: tuple[PlaceClass, ...] = ("city", "country", "continent")


def translated(text: str, source: Language) -> str:
    """A few words in the other language, as far as they are known for certain; names of places, then other words."""
    parts, end = [], 0
    for token in tokens_of(text):
        parts += [text[end : token.start], _word(token.text, source)]
        end = token.end
    return "".join([*parts, text[end:]])


def _word(word: str, source: Language) -> str:
    target: Language = "en" if source == "de" else "de"
    place = _places(source).get(word.lower())
    if place is not None:
        return place
    if word.lower() in _LINKS[source]:
        return _LINKS[source][word.lower()]
    if not word.isalpha() or (source == "en" and word[0].isupper()):
        return word
    found = default_translations().of(word.lower(), source)
    if not found or found[0][1] < SURE:
        return word
    forms = _surface(target).get(found[0][0])
    if forms is None:
        return word
    return forms.capitalize() if target == "de" else forms


_LINKS: dict[Language, dict[str, str]] = {
    "de": {
        "und": "and",
        "in": "in",
        "im": "in the",
        "von": "of",
        "mit": "with",
        "an": "to",
        "der": "the",
        "die": "the",
        "bei": "at",
    },
    "en": {"and": "und", "of": "von", "in": "in", "with": "mit", "the": "der", "at": "bei"},
}


@functools.cache
def _places(source: Language) -> dict[str, str]:
    target: Language = "en" if source == "de" else "de"
    return {
        own.lower(): other
        for kind in _NAMES
        for own, other in zip(places(kind, source), places(kind, target), strict=True)
    }


@functools.cache
def _surface(language: Language) -> dict[str, str]:
    """A stem to the shortest word that has it, among the words that the embedder knows whole."""
    vocabulary = json.loads(_VOCABULARY.read_text(encoding="utf-8"))["model"]["vocab"]
    forms: defaultdict[str, list[str]] = defaultdict(list)
    for word in vocabulary:
        if word.isalpha() and len(word) > 2:
            forms[stem(word, language)].append(word)
    return {stemmed: min(words, key=len) for stemmed, words in forms.items()}
