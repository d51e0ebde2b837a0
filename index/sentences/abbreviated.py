"""Words before a full stop that may be abbreviations, initials or Roman numerals."""

import re
from dataclasses import dataclass
from typing import Literal

from index.sentences.abbreviations import ENGLISH, GERMAN, MONTHS, Abbreviations
from index.sentences.context import Context
from index.sentences.numbers import is_roman
from index.sentences.words import STARTERS_DE, STARTERS_EN, TIME_ZONES, UNITS, WEEKDAYS

Verdict = Literal["boundary", "inside", "ordinary"]

_CHAIN = re.compile(r"(?:(?<![^\W\d_])[^\W\d_]{1,3}\.\s?){1,4}[^\W\d_]{1,3}\Z")
_LONGEST_CHAIN = 24
_WORD = re.compile(r"[^\W\d_]+\Z")
# No German or English word ends like "Eintr."; names of that kind ("Petr") are taken for clipped words.
_CLIPPED = re.compile(r"[^\W\d_]+[bdfgkpt]r\Z")
_KNOWN_ENDINGS = ("str", "Bl", "gesetzbl", "Stv")
_NO_VOWEL = re.compile(r"[^\W\d_aeiouyäöüáéíóúàèìòùâêîôûåæøAEIOUYÄÖÜÅÆØÁÉÍÓÚ]{2,6}\Z")
# After an apostrophe, a slash or an ampersand a single letter is the end of a word: "it's", "km/h", "M&S".
_BEFORE_INITIAL = ".-–—:,;*"


@dataclass(frozen=True)
class Rules:
    """What depends on the language: the abbreviations, the words that start a sentence, ordinals with a full stop."""

    abbreviations: Abbreviations
    starters: frozenset[str]
    german: bool


_BY_LANGUAGE: dict[str | None, Rules] = {
    "de": Rules(GERMAN, STARTERS_DE, True),
    "en": Rules(ENGLISH, STARTERS_EN, False),
    None: Rules(GERMAN | ENGLISH, STARTERS_DE | STARTERS_EN, True),
}


def rules_for(language: str | None) -> Rules:
    """Return the rules of "de" or "en", and for None the union of both."""
    return _BY_LANGUAGE[language]


def starts_sentence(context: Context, rules: Rules) -> bool:
    """Whether the next word is a function word with a capital that belongs to no name ("A." is an initial)."""
    if context.attached or "(" in context.opening:
        return False
    return context.word in rules.starters and context.tail not in ("-", ".")


def abbreviation_verdict(context: Context, rules: Rules) -> Verdict:
    """Say whether the token before a full stop is an abbreviation, and then whether a sentence ends with it.

    "ordinary" means that it is none and that the rules for words apply. The next word has a capital or is a number.
    """
    match = _WORD.search(context.token)
    if match is None:
        return "ordinary"
    word = match[0]
    starts = starts_sentence(context, rules)
    key = _key(context, word, rules.abbreviations)
    if key is not None:
        return _known(key, context, rules, starts)
    if word in rules.abbreviations.numeric and _is_numbering(context.word):
        return "inside"
    before = context.token[: match.start()]
    if len(word) == 1 and (not before or before[-1] in _BEFORE_INITIAL):
        return "boundary" if starts else "inside"
    if is_roman(word) and not before:
        return "boundary" if starts or not rules.german else "inside"
    if before[-1:].isdigit():
        return "ordinary"  # "$16bn", "60km"
    if word[1:].islower() and word not in UNITS and (_NO_VOWEL.match(word) or _CLIPPED.match(word)):
        return "boundary" if starts else "inside"
    return "ordinary"


def _key(context: Context, word: str, table: Abbreviations) -> str | None:
    """The longest abbreviation of the table, or the dotted letters, that end at the stop."""
    chain = _CHAIN.search(context.before, max(0, len(context.before) - _LONGEST_CHAIN))
    if chain is not None:
        parts = "".join(chain[0].split()).split(".")
        for first in range(len(parts) - 1):
            key = ".".join(parts[first:])
            if key in table:
                return key
    if word in table:
        return word
    return word if word.endswith(_KNOWN_ENDINGS) else None


def _known(key: str, context: Context, rules: Rules, starts: bool) -> Verdict:
    table, digit = rules.abbreviations, context.word.isdigit()
    if key in table.inner:
        return "inside"
    if key in table.closing:
        return "ordinary"
    if key in table.clock:
        return "inside" if digit or _goes_on_after_time(context.word) else "boundary"
    if key in MONTHS and not (digit or context.opening or context.attached) and _day_before(context):
        return "boundary"
    return "boundary" if starts and not digit else "inside"


def _day_before(context: Context) -> bool:
    """Whether the day precedes the month: after "am 9. Okt." a capital is a new sentence more often than a noun."""
    return bool(context.previous) and context.previous[-1].rstrip(".").isdigit()


def _is_numbering(word: str) -> bool:
    return word.isdigit() or word in MONTHS or is_roman(word)


def _goes_on_after_time(word: str) -> bool:
    return word in WEEKDAYS or word in MONTHS or word in TIME_ZONES
