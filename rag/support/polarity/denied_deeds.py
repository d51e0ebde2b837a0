"""Whether a text says that the very thing is done which a claim denies: "did not resign" where that says "resigned"."""

from __future__ import annotations

import re

from index.models import Language
from rag.support.alignment import coverage
from rag.support.polarity.contraries import meanings
from rag.support.polarity.denied import PART
from rag.support.polarity.negation import negations
from rag.support.relations.predicates import shared_verbs, verbs

NEAR = 0.35
"""Least share of a claim's words that the text has. The verb in common tells more than the rest."""

# With these a verb says that something was not done: "refused to sign", "unterschrieb nur einmal".
_HINDERED: dict[Language, re.Pattern[str]] = {
    "de": re.compile(
        r"\bvergeblich|\bablehn|abgelehnt|lehnt\w*\b.*\bab\b|weiger|dement|bestreit|bestritt|verzicht|scheiter|kaum"
        r"|verhinder|blockier|ausgeschlossen|unsinn|zurückwies|zurückgewiesen|wies\w*\b.*\bzurück|ohne|abgesagt|sondern"
        r"|statt|verbot|\berste[nmrs]?\b|\bnur\b|\bausnahme\b|vermied|\bnein\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"in vain|barred|refus|declin|reject|\bden(?:y|ie)|fail|hardly|barely|impossib|prevent|rul\w+ out|nonsense"
        r"|without|stopped|\bonly\b|\bfirst\b|except|instead|rather than|avoid|unable|unaware|prohibit|forb"
        r"|\bban|\bno\b",
        re.IGNORECASE,
    ),
}
_NOT = re.compile(r"\b(?:not|never|no longer|cannot|nobody|none|no|neither|nothing)\b|n['’]t\b", re.IGNORECASE)
_MOST_BEHIND = 4
"""Words behind an English "not" among which the verb that it denies stands."""
_INFINITIVE = re.compile(r"\bzu\s|\w+zu\w+en\b")


def says_it_is_done(clause: str, text: str, language: Language, other_language: Language) -> bool:
    """Whether a text has a verb that a clause denies, and neither denies it nor says that it came to nothing.

    Args:
        clause: of a claim, with a negation.
        text: a clause of the evidence.
        language: of the claim.
        other_language: of the evidence.
    """
    if negations(text, other_language) or coverage(clause, text) < NEAR:
        return False
    known = len(_HINDERED[language].findall(clause))
    denied = _denied(clause, language)
    done = [
        *shared_verbs(verbs(denied, language), text, language, other_language),
        *_same_meanings(denied, text, language, other_language),
    ]
    return any(len(_HINDERED[other_language].findall(_around(text, verb, other_language))) <= known for verb in done)


def _denied(clause: str, language: Language) -> str:
    """What a clause denies: in English what follows the negation; German puts the verb before it or behind."""
    negation = _NOT.search(clause) if language == "en" else None
    return " ".join(clause[negation.end() :].split()[:_MOST_BEHIND]) if negation else clause


def _same_meanings(denied: str, text: str, language: Language, other_language: Language) -> list[re.Match[str]]:
    """Where a text has a word of the same meaning, as far as that is one which has a contrary: "raised", „erhöhte“."""
    pairs = (
        (own.search(denied), theirs.search(text))
        for meaning in meanings()
        if not meaning.before_nouns
        for own, theirs in zip(meaning.sides[language], meaning.sides[other_language], strict=True)
    )
    return [there for here, there in pairs if here and there]


def _around(text: str, verb: re.Match[str], language: Language) -> str:
    """Where a word stands that says of a verb that it came to nothing: in the same part, in English before it.

    A German infinitive hangs on the part before: "weigerte sich, zu unterschreiben".
    """
    bounds = [0, *(match.end() for match in PART.finditer(text)), len(text)]
    own = max(number for number, start in enumerate(bounds[:-1]) if start <= verb.start())
    start, end = bounds[own], bounds[own + 1]
    if language == "en":
        return text[start : verb.start()]
    if own and _INFINITIVE.search(text[start:end]):
        start = bounds[own - 1]
    return f"{text[start : verb.start()]} {text[verb.end() : end]}"
