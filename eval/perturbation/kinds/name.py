"""A name replaced by another of its type, or only its surname."""

from __future__ import annotations

import re
from random import Random

from eval.perturbation.edit import cut
from eval.perturbation.hints import Hints
from eval.perturbation.lists import ORGANISATIONS, PEOPLE, SURNAMES
from index.models import Language
from rag.support.names.extraction import FIRST_NAMES, Name, names
from rag.support.names.places import place_ids

_NOT_NAMES = frozenset(
    [
        "I",
        "God",
        "Gott",
        "Internet",
        "English",
        "German",
        "Deutsch",
        "Christmas",
        "Weihnachten",
        "TV",
        "OK",
        "Mom",
        "Dad",
        "Mama",
        "Papa",
        "Madam",
    ]
)
_TITLES = frozenset(("mr", "mrs", "ms", "dr", "herr", "herrn", "frau"))


def name(text: str, language: Language, draw: Random, hints: Hints) -> str | None:
    """Replace one name: a person by a person, a surname by a surname, anything else by a name of the data set."""
    known = names(text, language)
    found = [found for found in known if _replaceable(found, text, language, hints)]
    found += [
        plain for plain in _plain(text, hints) if not any(n.start < plain.end and plain.start < n.end for n in known)
    ]
    if not found:
        return None
    target = draw.choice(found)
    new = other_name(target.text, text[: target.start], draw, hints)
    if not new or new in text:
        return None
    return text.replace(target.text, new) if len(target.text) > 3 else cut(text, target.start, target.end, new)


def other_name(old: str, before: str, draw: Random, hints: Hints) -> str | None:
    """Another name of the same type; the text before tells a person by the title."""
    words = old.split()
    titled = before.rstrip(". ").rsplit(" ", 1)[-1].lower() in _TITLES
    if words[0] in FIRST_NAMES:
        people = [person for person in PEOPLE if person[:2] != old[:2]]
        if len(words) == 1:
            return draw.choice(people)
        surname = draw.choice([surname for surname in SURNAMES if surname != words[-1]])
        return " ".join([*words[:-1], surname]) if draw.random() < 0.6 else f"{draw.choice(people)} {surname}"
    if titled:
        return draw.choice([surname for surname in SURNAMES if surname != old])
    if old.isupper():
        return draw.choice(
            [other for other in ("NATO", "UNESCO", "FIFA", "IBM", "BMW", "BBC", "UNICEF") if other != old]
        )
    pool = [other for other in hints.others if len(other.split()) == len(words) and other != old] or ORGANISATIONS
    return draw.choice(pool)


def _plain(text: str, hints: Hints) -> list[Name]:
    """The names that only the hints tell."""
    found = (re.search(rf"\b{re.escape(name)}\b", text) for name in sorted(hints.plain))
    return [Name(match.group(), match.start(), match.end()) for match in found if match and len(match.group()) > 2]


def _replaceable(found: Name, text: str, language: Language, hints: Hints) -> bool:
    if found.text in _NOT_NAMES or found.text.lower() in place_ids(language) or len(found.text) < 3:
        return False
    if text[found.start - 1 : found.start] in ("-", "/") or text[found.end : found.end + 1] in ("-", "/"):
        return False
    return found.text.split()[0] in FIRST_NAMES or hints.names is None or found.text in hints.names
