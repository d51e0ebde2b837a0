"""Whether two clauses, in one language or across, say that the same is done: they have a verb in common."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from index.keywords.analyzer import stem
from index.keywords.stop_words import STOP_WORDS
from index.keywords.translation import default_translations
from index.models import Language
from rag.support.polarity.antonyms import opposites
from rag.support.relations.clauses import small_first
from rag.support.relations.deeds import deeds

LIKELY = 0.05
"""Least probability of a translation."""
_SHORTEST = 3
_NONE: frozenset[int] = frozenset()
# German writes nouns with a capital, so that verbs, adjectives and adverbs are left; of these, and of English, the
# words below never say what is done.
_WORD = re.compile(r"(?<![\w'’-])[a-zäöüß][\wäöüß]+")
# The nouns that name a deed are known, of either language: "eine Warnung".
_WITH_NOUNS = re.compile(r"(?<![\w'’-])[^\W\d_]\w+")
_NEVER: dict[Language, re.Pattern[str]] = {
    "de": re.compile(r"^\w+(?:lich|isch|ig|lang|weise|mals)(?:e[mnrs]?)?$"),
    "en": re.compile(r"^\w+(?:ly|ness|ment|ship|ity|ism|ist|ian|ish|ous|ful|can|ean)$"),
}
_LIGHT_VERBS: dict[Language, str] = {
    "de": """
    wurde wurden wird werden worden war waren ist sind sei seien hat haben hatte hatten habe kann können konnte konnten
    soll sollen sollte will wollen wollte muss müssen musste darf dürfen durfte geworden gewesen
    """,
    "en": """
    was were been being are has have had having will would can could should must may might did does done get gets got
    made make makes take took
    """,
}
_LIGHT = {language: frozenset(listed.split()) for language, listed in _LIGHT_VERBS.items()}
# Written small in both, and no verb: what two clauses share with these is a time, a number or a place.
_NO_VERBS_LISTED = """
seit rund etwa zwei drei vier zehn zwölf darunter zuvor vorher nach vor über zum zur bis ab klar früher später mehr
weniger before after earlier later first second last one more less only abroad since away home back
"""
_NO_VERBS = frozenset(_NO_VERBS_LISTED.split())
_CLAUSE_END = re.compile(
    r"[;:!?](?=\s|$)|(?<=\w{2})\.(?=\s|$)|\s[–-]\s"
    r"|,\s(?=(?:und|aber|doch|während|nachdem|weil|als|dass|obwohl|bevor|wenn|sodass|um|and|but|while|when|because|although"
    r"|after|before|so)\s)|\s(?=(?:because|although|while|after|when)\s(?:he|she|it|they|the|an?|his|her|their|its)\s)"
)
_SCORE = re.compile(r"\b(\d{1,2})[:–-](\d{1,2})\b")
# "more" here and "less" there say the same of two in the opposite order.
_COMPARED = re.compile(r"\b(?:more|less|fewer|mehr|weniger|[a-zäöüß]+er)\b(?=[^.;:]*\b(?:als|than)\b)")


def clause_around(text: str, start: int, end: int) -> str:
    """The part of a sentence around a span, from mark to mark; a comma sets apart where a conjunction follows.

    Args:
        text: the sentence.
        start: where the span begins.
        end: where it ends.
    """
    before = [match.end() for match in _CLAUSE_END.finditer(text, 0, start)]
    after = _CLAUSE_END.search(text, end)
    return text[before[-1] if before else 0 : after.start() if after else len(text)]


def share_predicate(one: str, other: str, language: Language, other_language: Language) -> bool | None:
    """Whether a verb of the first clause has a counterpart in the second, or both tell of one result ("2:1").

    Args:
        one: a clause.
        other: another.
        language: of the first.
        other_language: of the second.

    Returns:
        False where they tell of different deeds for sure, or compare by opposite measures; None where nothing tells.
    """
    if _opposed(one, other, language, other_language):
        return False
    if {match.groups() for match in _SCORE.finditer(one)} & {match.groups() for match in _SCORE.finditer(other)}:
        return True
    own, others = verbs(one, language), verbs(other, other_language)
    if any(_same(verb, word, language, other_language) for verb in own for word in others):
        return True
    known, there = (
        any(deeds(spoken).get(verb) for verb in said) for said, spoken in ((own, language), (others, other_language))
    )
    return False if known and there else None


def shared_verbs(own: Sequence[str], text: str, language: Language, other_language: Language) -> list[re.Match[str]]:
    """Where a text has a verb: in the same word, in a translation, or another verb of the same deed.

    Args:
        own: the verbs, as `verbs` finds them.
        text: a clause.
        language: of the verbs.
        other_language: of the text.
    """
    wanted = [verb for verb in own if verb not in _NO_VERBS]
    # A German sentence may open with a verb: "Verziehen hat sie ihm nicht."
    small = small_first(text)
    theirs = frozenset(verbs(small, other_language)) - _NO_VERBS
    return [
        match
        for match in _WORD.finditer(small)
        if match[0] in theirs and any(_same(verb, match[0], language, other_language) for verb in wanted)
    ]


def _opposed(one: str, other: str, language: Language, other_language: Language) -> bool:
    """Whether two clauses compare by opposite measures."""
    sides = {
        (meaning.axis, meaning.side) for word in _COMPARED.findall(one) if (meaning := opposites(language).get(word))
    }
    return any(
        (meaning.axis, 1 - meaning.side) in sides
        for word in _COMPARED.findall(other)
        if (meaning := opposites(other_language).get(word))
    )


def _same(one: str, other: str, language: Language, other_language: Language) -> bool:
    """Whether two verbs are forms of one, translations of each other, or verbs of one deed."""
    if deeds(language).get(one, _NONE) & deeds(other_language).get(other, _NONE):
        return True
    if language == other_language:
        return stem(one, language) == stem(other, language)
    return stem(other, other_language) in _called(one, language) or stem(one, language) in _called(
        other, other_language
    )


@functools.lru_cache(maxsize=8192)
def _called(word: str, language: Language) -> frozenset[str]:
    return frozenset(text for text, chance in default_translations().of(word, language) if chance >= LIKELY)


@functools.lru_cache(maxsize=1024)
def verbs(clause: str, language: Language) -> tuple[str, ...]:
    """The words of a clause that may say what is done, in order."""
    known = deeds(language)
    return tuple(
        word
        for word in _WITH_NOUNS.findall(clause)
        if word in known or (word[0].islower() and len(word) >= _SHORTEST and _may_be(word, language))
    )


def _may_be(word: str, language: Language) -> bool:
    return word not in STOP_WORDS[language] and word not in _LIGHT[language] and not _NEVER[language].match(word)
