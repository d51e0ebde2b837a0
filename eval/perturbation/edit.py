"""Small edits of sentences that every kind of perturbation needs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from random import Random

from index.models import Language
from rag.support.names.extraction import names

_WORD = re.compile(r"[^\W\d_]+(?:['’][a-z]+)?")
_FUNCTION = """
The A An He She It We They You This That These Those There His Her Its Our Their My Your In On At For With All Some Many
Der Die Das Den Dem Ein Eine Einen Einem Er Sie Es Wir Ihr Ich Du Dies Diese Dieser Dieses Mein Meine Sein Seine Ihre
Unser Unsere Im In Am Auf Bei Mit Nach Für Alle Einige Viele
"""
_LOWERED = frozenset(_FUNCTION.split())


def cut(text: str, start: int, end: int, new: str) -> str:
    """Put `new` in the place of `text[start:end]`; a capital at the start of the text stays one."""
    if start == 0 and text[:1].isupper():
        new = new[:1].upper() + new[1:]
    return text[:start] + new + text[end:]


def like(new: str, old: str) -> str:
    """Give a word the capitals of the word that it replaces."""
    if old.isupper() and len(old) > 1:
        return new.upper()
    return new[:1].upper() + new[1:] if old[:1].isupper() else new


def lower_first(text: str, language: Language) -> str:
    """The text as it stands after a conjunction: a function word loses its capital, a name or a noun keeps it."""
    first = text.split(" ", 1)[0]
    if first not in _LOWERED or (language == "en" and first == "I"):
        return text
    return text[0].lower() + text[1:]


def swap_word(text: str, language: Language, table: Mapping[str, Sequence[str] | str], draw: Random) -> str | None:
    """Replace one word (in lower case a key of the table) by its partner, or by one of them; None when there is none.

    A word inside a name of several words is left alone.
    """
    places = [match for match in _WORD.finditer(text) if match.group().lower() in table]
    inside = [name for name in names(text, language) if len(name.text.split()) > 1]
    places = [m for m in places if not any(name.start <= m.start() < name.end for name in inside)]
    if not places:
        return None
    match = draw.choice(places)
    partners = table[match.group().lower()]
    partner = partners if isinstance(partners, str) else draw.choice(list(partners))
    return cut(text, match.start(), match.end(), like(partner, match.group()))


def choose(draw: Random, candidates: Sequence[str | None], text: str) -> str | None:
    """One of the candidates that differ from the text; None when none does."""
    sound = [candidate for candidate in candidates if candidate and candidate != text]
    return draw.choice(sound) if sound else None
