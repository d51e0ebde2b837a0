"""What a sentence may be asked for: names, dates, numbers, amounts, lengths of time, and reasons, with their spans."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from index.models import Language
from rag.answering.evidence_types import evidence_spans
from train.questions.calendar import DURATIONS
from train.questions.lexicon import CURRENCIES, DETERMINERS, NUMBER_WORDS, PREPOSITIONS, TITLES, word_set
from train.questions.names import Name
from train.questions.tokens import Token

Kind = Literal["person", "name", "place", "time", "count", "percent", "money", "duration", "measure", "reason", "what"]

_MEASURED = {
    "de": word_set("hoch lang breit tief groß schwer alt weit dick"),
    "en": word_set("high long wide deep tall old thick away"),
}
_NUMBER = re.compile(r"\d+(?:[.,]\d{3})*(?:[.,]\d+)?")
_SCALES = word_set("million millionen milliarde milliarden billion billions millions trillion mio. mrd.")
_YEAR = re.compile(r"1[0-9]\d\d|20\d\d")
_DAY = re.compile(r"\d{1,2}")
_YEARS = frozenset(["years", "jahre", "jahren"])
_RELATIVE = word_set("vor nach before after ago später later zuvor earlier ab away from")
_QUALIFIED = word_set("past last next first other vergangenen letzten nächsten ersten kommenden anderen ihre seine")
_APPROXIMATE = word_set("about around over nearly almost approximately rund etwa fast circa ca. knapp über nur only")


@dataclass(frozen=True)
class Candidate:
    """A possible answer.

    Attributes:
        kind: what it is.
        start: offset of the answer in the sentence.
        end: offset behind it, exclusive.
        first: the first token of the phrase that the question word replaces (a preposition belongs to it).
        last: the token behind that phrase, exclusive.
        preposition: in lower case, or empty.
        noun: for a count the words that are counted, for a measure its adjective, for a time "day" or "year".
    """

    kind: Kind
    start: int
    end: int
    first: int
    last: int
    preposition: str = ""
    noun: str = ""


def candidates_of(text: str, tokens: list[Token], names: list[Name], language: Language) -> list[Candidate]:
    """All candidates of a sentence but reasons and definitions, which the question rules find in the clause."""
    times = _times(text, tokens, language)
    taken = [(candidate.first, candidate.last) for candidate in times]
    numbers = [
        found
        for found in _numbers(tokens, language)
        if not any(found.first < last and first < found.last for first, last in taken)
    ]
    return times + numbers + [_named(name, tokens, language) for name in names]


def _named(name: Name, tokens: list[Token], language: Language) -> Candidate:
    """A name, and the preposition and article before it."""
    first = name.first
    while first and tokens[first - 1].low in TITLES:
        first -= 1
    article = first and tokens[first - 1].low in ("the", "der", "dem", "den", "die")
    before = first - 2 if article else first - 1
    preposition = tokens[before].low if before >= 0 and tokens[before].low in PREPOSITIONS[language] else ""
    if preposition:
        first = before
    elif article and tokens[first - 1].low in ("the", "die", "der"):
        first -= 1
    start, end = tokens[name.first].start, tokens[name.last - 1].end
    return Candidate(name.kind, start, end, first, name.last, preposition)


def _times(text: str, tokens: list[Token], language: Language) -> list[Candidate]:
    found = []
    for start, end in evidence_spans(text, "time"):
        inside = [number for number, token in enumerate(tokens) if start <= token.start and token.end <= end]
        if not inside or not any(character.isdigit() for character in text[start:end]):
            continue
        first, last = inside[0], inside[-1] + 1
        if not _YEAR.search(text[start:end]) and len(inside) < 2:
            continue
        phrase = _time_phrase(tokens, first, language)
        if phrase is None or _attributive(tokens, first, last, language):
            continue
        exact = (
            (len(inside) > 1 and _DAY.match(tokens[first].text) is not None)
            or _DAY.fullmatch(tokens[first + 1].text.rstrip(".,"))
            if len(inside) > 1
            else False
        )
        found.append(Candidate("time", start, end, phrase, last, tokens[phrase].low, "day" if exact else "year"))
    return found


def _attributive(tokens: list[Token], first: int, last: int, language: Language) -> bool:
    """Whether a date qualifies a noun behind it ("on the November 24 episode")."""
    before = tokens[first - 1].low if first else ""
    following = tokens[last] if last < len(tokens) else None
    return (
        before == "the"
        and language == "en"
        and following is not None
        and following.is_word
        and following.low not in PREPOSITIONS["en"]
    )


_TIME_BEFORE = {
    "de": word_set("am im in seit bis ab um vom"),
    "en": word_set("in on since until by from during around"),
}


def _time_phrase(tokens: list[Token], first: int, language: Language) -> int | None:
    """Where the phrase of a time begins; None where it is no adverbial ("the 1984 film", "before 1990")."""
    before = first - 1
    while before >= 0 and tokens[before].low in ("jahr", "jahre", "year", "the", "dem", "den", "der", ",", "früh"):
        before -= 1
    if before >= 0 and tokens[before].low.rstrip("s") in ("monday", "tuesday", "friday", "sunday", "montag", "freitag"):
        before -= 1
    if before >= 0 and tokens[before].low in _TIME_BEFORE[language]:
        return before
    return None


def _numbers(tokens: list[Token], language: Language) -> list[Candidate]:
    found = []
    number = 0
    while number < len(tokens):
        token = tokens[number]
        if _NUMBER.fullmatch(token.text) or (token.low in NUMBER_WORDS and number):
            candidate = _number_at(tokens, number, language)
            if candidate:
                found.append(candidate)
                number = candidate.last
        number += 1
    return found


def _number_at(tokens: list[Token], first: int, language: Language) -> Candidate | None:
    """The number that starts at a token with what belongs to it; None where nothing can be asked for."""
    low = [token.low for token in tokens] + ["", "", ""]
    last = first + 1
    if low[last] in _SCALES:
        last += 1
    before = first - 1
    while before >= 0 and low[before] in _APPROXIMATE:
        before -= 1
    symbol = before == first - 1 and before >= 0 and low[before] in "$€£"
    start, begin = tokens[before if symbol else first].start, (before if symbol else first)
    if symbol:
        before -= 1
    if before >= 0 and (low[before] in DETERMINERS[language] or low[before] in _QUALIFIED):
        return None
    preposition = low[before] if before >= 0 and low[before] in PREPOSITIONS[language] else ""
    phrase = before if preposition else before + 1
    end = tokens[last - 1].end
    if before >= 0 and (
        low[before] in ("-", "–", "/", "no.", "nr.", "chapter", "artikel", "article", "rule") or _digit(low[before])
    ):
        return None
    if symbol or low[last] in CURRENCIES or (low[last] in "€$£" and low[last]):
        stop = last if symbol else last + 1
        return Candidate(
            "money", start, tokens[stop - 1].end, phrase, stop, preposition, low[last] if not symbol else ""
        )
    if low[last] in ("%", "prozent", "percent") or (low[last], low[last + 1]) == ("per", "cent"):
        stop = last + (2 if low[last] == "per" else 1)
        whole = _whole(tokens, stop) if language == "de" else stop
        of_what = " ".join(token.text for token in tokens[stop:whole])
        return Candidate("percent", start, tokens[stop - 1].end, phrase, whole, preposition, of_what)
    noun = _noun(tokens, last, language)
    if noun is None:
        return None
    words = low[last:noun]
    if low[noun] in _MEASURED[language] and words[-1] not in DURATIONS - _YEARS:
        return Candidate("measure", start, tokens[noun - 1].end, phrase, noun + 1, preposition, low[noun])
    if words[-1] in DURATIONS and preposition in ("", "for", "seit", "für"):
        if low[noun] in ("ago", "later", "später", "zuvor", "earlier", "old", "alt"):
            return None
        if low[noun] == "lang" or preposition in ("for", "seit"):
            stop = noun + (low[noun] == "lang")
            return Candidate("duration", start, tokens[noun - 1].end, phrase, stop, preposition)
    if begin != first or low[noun] in _RELATIVE:
        return None
    counted = " ".join(token.text for token in tokens[last:noun])
    return Candidate("count", start, end, phrase, noun, preposition, counted)


def _whole(tokens: list[Token], first: int) -> int:
    """Behind what a German share is a share of ("der Wähler"); `first` itself where nothing is named."""
    if first < len(tokens) and tokens[first].low in ("der", "aller", "des"):
        for number in range(first + 1, min(first + 4, len(tokens))):
            if tokens[number].capital:
                return number + 1
    return first


def _noun(tokens: list[Token], first: int, language: Language) -> int | None:
    """Behind the noun that a number counts: German by its capital after small words, English by its plural s."""
    for number in range(first, min(first + 3, len(tokens))):
        word = tokens[number].text
        if (
            not word[0].isalpha()
            or word.lower() in DETERMINERS[language]
            or word.lower() in PREPOSITIONS[language]
            or word.lower() in ("and", "und", "or", "oder", "to")
        ):
            return None
        if language == "de" and word[0].isupper():
            return number + 1
        if language == "en" and (
            (word.endswith("s") and not word.endswith(("ss", "ous", "'s")))
            or word in ("people", "men", "women", "children")
        ):
            return number + 1
    return None


def _digit(text: str) -> bool:
    return bool(text) and text[0].isdigit()
