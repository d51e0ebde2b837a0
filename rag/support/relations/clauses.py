"""Sentences taken apart into the statements that they join."""

from __future__ import annotations

import re

from index.models import Language

_GERMAN_VERBS = (
    "wurden?|waren?|ist|sind|hat|haben|hatten?|wird|werden|kann|können|will|wollen|soll|sollen|muss|kam|ging|gab"
)
_CUT: dict[Language, re.Pattern[str]] = {
    "de": re.compile(
        r"[;:]\s+|,\s+(?=(?:und|aber|doch|während|nachdem|bevor|weil|obwohl|sodass|so|denn|damit|ohne|der|die|das|den|dem|wobei|wie|womit)\s)"
        r"|\s(?:und|aber|sowie)\s(?=(?:(?:er|sie|es|wir|der|die|das|[A-ZÄÖÜ][\w-]+)\s)?"
        rf"(?:{_GERMAN_VERBS}|[a-zäöüß]{{2,}}(?:te|ten|t))\b)|\s[–-]\s"
    ),
    "en": re.compile(
        r"[;:]\s+|,\s+(?=(?:and|but|while|after|before|because|although|so|who|which|whose|where|when)\s)"
        r"|\s(?:and|but)\s(?=(?:he|she|it|they|we|the|a|his|her|its|their|[A-Z][\w-]+\s)?\s?[a-z]+(?:ed|s|was|were|had)\b)"
        r"|\s[–-]\s"
    ),
}
_FEWEST_WORDS = 3


def clauses(sentence: str, language: Language) -> list[str]:
    """The statements of a sentence in order; a part of fewer than three words stays with the one before it."""
    parts: list[str] = []
    begin = end = 0
    for part in _CUT[language].split(sentence):
        text = part.strip(" ,")
        if not text:
            continue
        start = sentence.index(text, end)
        end = start + len(text)
        if parts and min(len(text.split()), len(parts[-1].split())) < _FEWEST_WORDS:
            parts[-1] = sentence[begin:end]
        else:
            parts.append(text)
            begin = start
    return parts or [sentence]


def small_first(text: str) -> str:
    """The text, no longer, with its first letter small, as the word is written elsewhere."""
    return text[:1].lower()[:1] + text[1:]
