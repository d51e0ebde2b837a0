"""The words by which a follow-up leans on what was said before, in German and English."""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass, fields
from importlib import resources

from index.models import Language
from rag.conversation.tokens import word_set

FILE = "words.json"
"""Language to list to words with spaces between them."""


@dataclass(frozen=True)
class Words:
    """Lower-case words of one language by what they do.

    Attributes:
        asking: question words.
        degree: what makes a question word of "wie" and "how": "viel", "much", "hoch", "long".
        linking: what opens a follow-up: "und", "but".
        personal: pronouns that stand for a person or a thing.
        possessive: "his", "seinen".
        pointing: demonstratives that can stand alone: "das", "this".
        there: adverbs of place that point back.
        about: German pronominal adverbs that point back: "dazu".
        prepositions: of place, time and topic, contracted ones too.
        determiners: articles and what else opens a noun phrase.
        auxiliaries: finite forms of to be, to have, to become, to do and the modal verbs.
        particles: what changes nothing: "genau", "exactly".
        happening: verbs that ask for the event itself: "happened", "passiert".
        general: nouns that say nothing by themselves: "Grund", "result", "deaths".
        verbs: common verbs, which open no topic by themselves.
        agents: nouns of those who act, in questions such as "Which party won?".
        subordinating: words that open a clause.
    """

    asking: frozenset[str]
    degree: frozenset[str]
    linking: frozenset[str]
    personal: frozenset[str]
    possessive: frozenset[str]
    pointing: frozenset[str]
    there: frozenset[str]
    about: frozenset[str]
    prepositions: frozenset[str]
    determiners: frozenset[str]
    auxiliaries: frozenset[str]
    particles: frozenset[str]
    happening: frozenset[str]
    general: frozenset[str]
    verbs: frozenset[str]
    agents: frozenset[str]
    subordinating: frozenset[str]

    @functools.cached_property
    def function(self) -> frozenset[str]:
        """Words that carry no topic."""
        names = {field.name for field in fields(self)} - {"happening", "general", "verbs", "agents", "degree"}
        return frozenset().union(*(getattr(self, name) for name in names))


def _read() -> dict[Language, Words]:
    listed = json.loads((resources.files(__package__) / FILE).read_text(encoding="utf-8"))
    return {
        language: Words(**{name: word_set(words) for name, words in lists.items()})
        for language, lists in listed.items()
    }


WORDS: dict[Language, Words] = _read()
"""The lists by language."""
