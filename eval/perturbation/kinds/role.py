"""Who did it to whom, turned round: two names of one type, two numbers, or subject and object pronoun."""

from __future__ import annotations

import itertools
import re
from random import Random

from eval.perturbation.edit import choose
from index.models import Language
from index.readings.moments import moments
from index.readings.quantities import quantities
from rag.support.names.extraction import FIRST_NAMES, names
from rag.support.names.places import place_ids, places

# Between these the order says nothing.
_SYMMETRIC = re.compile(
    r"(?i)(?:^|\W)(?:and|or|und|oder|sowie|nor|noch|with|mit|between|zwischen|married|heiratete|met|traf|like|wie|as|als"
    r"|alias|is|ist|are|sind|was|war|to|bis|near|sowohl)(?:\W|$)|[(),;:/\"„“–-]"
)
# What one may do to another, who does not do it back.
_DEED = re.compile(
    r"^ (?:beat|defeated|bought|acquired|sued|attacked|invaded|succeeded|replaced|founded|joined|left|led"
    r"|followed|killed"
    r"|supported|accused|criticised|criticized|visited|besiegte|schlug|kaufte|übernahm|verklagte|griff|ersetzte|gründete"
    r"|verließ|führte|folgte|tötete|unterstützte|beschuldigte|kritisierte|besuchte|gewann gegen|verlor gegen|lost to) $"
)
_OBJECTS = {"I": "me", "he": "him", "she": "her", "we": "us", "they": "them", "you": "you"}
_SUBJECTS = {object_: subject for subject, object_ in _OBJECTS.items()}
_PLAIN = ("I", "we", "they", "you")
_PRONOUNS = re.compile(
    r"^(I|He|She|We|They|You) ((?:(?:can|could|will|would|must|should|might|never|always|really|didn't|won't|can't) )*"
    r"[a-z]+) (me|him|her|us|them|you)(?=[.,!]| (?:in|on|at|for|with|to|when|because|again|yesterday|today"
    r"|very|that)\b)"
)
_IRREGULAR = frozenset(
    [
        "saw",
        "told",
        "gave",
        "sent",
        "asked",
        "knew",
        "taught",
        "met",
        "left",
        "found",
        "made",
        "kept",
        "caught",
        "hit",
        "beat",
        "fought",
        "paid",
        "led",
        "held",
        "brought",
        "bought",
        "took",
        "wrote",
        "thought",
        "loved",
        "hated",
        "chose",
        "forgave",
        "forgot",
    ]
)


def role(text: str, language: Language, draw: Random) -> str | None:
    """Exchange two parts that play different roles."""
    candidates = [_names(text, language), _numbers(text, language)]
    if language == "en":
        candidates.append(_pronouns(text))
    return choose(draw, candidates, text)


def _names(text: str, language: Language) -> str | None:
    found = names(text, language)
    for one, other in itertools.pairwise(found):
        kind = _type(one.text, language)
        between = text[one.end : other.start]
        same = kind == _type(other.text, language) and one.text != other.text
        same = same and (kind != "other" or _DEED.search(between) is not None)
        if same and between.strip() and not _SYMMETRIC.search(between) and text[other.end : other.end + 1] != "-":
            return text[: one.start] + other.text + between + one.text + text[other.end :]
    return None


def _type(name: str, language: Language) -> str:
    known = place_ids(language).get(name.lower())
    if known:
        return "nationality" if known in places("adjective", "en") + places("wide adjective", "en") else "place"
    return "person" if name.split()[0] in FIRST_NAMES else "other"


def _numbers(text: str, language: Language) -> str | None:
    """Exchange two numbers that count different things, or the bounds of a change."""
    found = [
        q
        for q in quantities(text, language, moments(text, language))
        if text[q.start : q.end].isdigit() and "/" not in text[q.start - 1 : q.end + 1]
    ]
    for one, other in itertools.pairwise(found):
        between = text[one.end : other.start]
        change = re.search(r"\b(?:from|von)\s$", text[: one.start]) and between.strip() in ("to", "auf")
        counted = re.search(r"\s[^\W\d_]{4,}\s(?:.*\s)?(?:and|und|to|against|gegen|,)?\s*$", between)
        if one.key != other.key and (change or (counted and "between" not in text and "zwischen" not in text)):
            first, second = text[one.start : one.end], text[other.start : other.end]
            return text[: one.start] + second + between + first + text[other.end :]
    return None


def _pronouns(text: str) -> str | None:
    match = _PRONOUNS.match(text)
    if match is None:
        return None
    subject, verb, object_ = match.group(1), match.group(2), match.group(3)
    subject = subject if subject == "I" else subject.lower()
    new_subject, new_object = _SUBJECTS[object_], _OBJECTS[subject]
    past = verb.endswith("ed") or " " in verb or verb in _IRREGULAR
    agrees = past or (subject in _PLAIN) == (new_subject in _PLAIN)
    if subject == new_subject or not agrees or verb in ("am", "are", "is", "was", "were", "met", "married"):
        return None
    return f"{new_subject[0].upper()}{new_subject[1:]} {verb} {new_object}{text[match.end() :]}"
