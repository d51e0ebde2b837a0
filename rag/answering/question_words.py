"""What a question is about (its content words) and what kind of answer it asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from index.keywords.analyzer import fold, grams, stem, words
from index.keywords.stop_words import STOP_WORDS
from index.models import Language

AnswerType = Literal["person", "time", "place", "quantity", "reason", "other"]

_GERMAN_ASKING = """
wer wem wen wessen wann wo wohin woher warum weshalb wieso wie viel viele welche welcher welches welchem welchen was
wozu womit wodurch woran worin worauf wofür wovon worüber gibt gab es stand geschah passierte heißt hieß nach
"""
_ENGLISH_ASKING = "who whom whose when where why how what which much many did does do was were is are has have had long"
_STOP: dict[Language, frozenset[str]] = {
    "de": STOP_WORDS["de"].union(_GERMAN_ASKING.split()),
    "en": STOP_WORDS["en"].union(_ENGLISH_ASKING.split()),
}

_PATTERNS: tuple[tuple[AnswerType, str], ...] = (
    (
        "quantity",
        r"\b(wie ?viele?n?\b(?! uhr\b)|wie (hoch|groß|lange?|weit|schwer|alt|oft|teuer|stark|schnell|tief|breit)\b"
        r"|how (many|much|long|far|high|big|large|tall|old|often|fast|deep|strong|heavy|wide|expensive)\b"
        r"|(welche[mnrs]?|what|which) (preis|anteil|prozentsatz|summe|betrag|höhe|menge|gewicht|number|share|percentage"
        r"|price|amount|sum|size|weight|distance)\b|zum wievielten)",
    ),
    (
        "time",
        # "when" asks only where no other question word stands before it: not in "What did he say when he left?"
        r"\bwann\b|\bwie ?viel uhr\b|^(?:(?!\b(?:who|whom|whose|what|which|where|why|how)\b).)*\bwhen\b"
        r"|\b(welche[mnrs]?|what|which) (exact )?(jahre?s?|tage?s?|monate?s?|datum|uhrzeit|wochentag|year|day|month"
        r"|date|time|weekday)\b",
    ),
    ("person", r"\b(wer|wem|wen|wessen|who|whom|whose)\b"),
    (
        "place",
        r"\b(wo|wohin|woher|where"
        r"|(welche[mnrs]?|what|which) (stadt|ort|land|region|hafen|city|town|place|country|region|port))\b",
    ),
    ("reason", r"\b(warum|weshalb|wieso|wozu|why|what (is|was) the reason|for what reason|aus welchem grund)\b"),
)
_TYPES = tuple((kind, re.compile(pattern, re.IGNORECASE | re.DOTALL)) for kind, pattern in _PATTERNS)


@dataclass(frozen=True)
class ContentWord:
    """A word of the question that an answer should account for.

    Attributes:
        text: the word in lower case.
        term: its stem as the keyword index knows it.
        grams: character 4-grams of the folded word, for soft matching.
    """

    text: str
    term: str
    grams: frozenset[str]

    @property
    def is_number(self) -> bool:
        """Whether it starts with a digit: numbers match exactly or not at all."""
        return self.text[0].isdigit()


def content_words(question: str, language: Language) -> list[ContentWord]:
    """The distinct words of a question that are neither function words nor question words."""
    chosen = [
        word
        for word in dict.fromkeys(words(question))
        if word not in _STOP[language] and (len(word) > 1 or word.isdigit())
    ]
    return [ContentWord(word, "=" + stem(word, language), frozenset(grams(fold(word)))) for word in chosen]


def answer_type(question: str) -> AnswerType:
    """What kind of thing is asked for; the first matching kind, quantity before time before person."""
    for kind, pattern in _TYPES:
        if pattern.search(question):
            return kind
    return "other"
