"""Sentences written otherwise that say the same, or a part of the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from eval.perturbation.edit import cut, swap_word
from eval.perturbation.synonyms import SYNONYMS
from index.models import Language
from index.readings.moments import moments
from index.readings.quantities import quantities
from index.readings.words import MONTHS, NUMBER_WORDS
from rag.support.polarity.negation import negations

# Where something depends on all of the sentence, a part of it may say something else.
_BOUND = re.compile(
    r"(?i)\b(?:if|unless|whether|only|first|last|most|almost|before|until|than|would|might|may|could|never|rarely|seldom"
    r"|wenn|falls|ob|nur|erst\w*|letzt\w*|fast|bevor|bis|als|würde\w*|könnte\w*|vielleicht|beinahe|kaum|einzig\w*|only"
    r"|too|zu wenig|zu viel|enough|genug|angeblich|allegedly|say|says|said|sagte?n?|claim\w*|behaupt\w*)\b|[\"„“”»«]"
)
_ADVERBS: dict[Language, str] = {
    "en": r"yesterday|today|last (?:week|year|month|night)|really|already|again|immediately|quickly|finally|suddenly"
    r"|also|recently|slowly|in (?:1[0-9]|20)\d{2}|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|for the moment",
    "de": r"gestern|heute|wirklich|bereits|schon|sofort|schnell|endlich|plötzlich|auch|kürzlich|langsam|sehr|leider"
    r"|im Jahre? (?:1[0-9]|20)\d{2}|am (?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|am Mittwoch|letzte (?:Woche|Nacht)",
}
_OPENING = re.compile(r"^(?:In|On|At|During|After|Since|By) [^,]{3,40}, (?=[A-Za-z])")
_RELATIVE = re.compile(
    r", (?:who|which|where|whose) [^,.;:]{5,80}(?:, |(?=\.$))"
    r"|, (?:der|die|das|dessen|deren|dem|den|in der|in dem|wo) [^,.;:]{5,80}(?:t|en|te|ten|ist|war|sind|hat), "
)
_BRACKETS = re.compile(r" \([^)]{2,60}\)")
_HALF = re.compile(
    r"^(?P<first>[^,;]{12,120}?),? (?:and|und|but|aber) (?=(?:he|she|they|it|we|I|er|sie|es|wir"
    r"|ich)\b)(?P<second>[^;]+)$"
)


def shorten(text: str, language: Language, draw: Random) -> str | None:
    """Leave something out so that what is left still follows; None where nothing can go."""
    if _BOUND.search(text) or negations(text, language):
        return None
    shorter = [_without_adverb(text, language), _first_half(text), _BRACKETS.sub("", text)]
    shorter.append(_RELATIVE.sub(lambda m: " " if m.group().endswith(" ") else "", text, count=1))
    if language == "en":
        opened = _OPENING.sub("", text)
        shorter.append(opened[:1].upper() + opened[1:])
    sound = [s for s in shorter if s and s != text and len(s.split()) >= 3]
    return draw.choice(sound) if sound else None


def _without_adverb(text: str, language: Language) -> str:
    """Drop an adverb inside the sentence: behind the first word, so that the German verb stays second."""
    return re.sub(rf"(?<=[a-zäöüß]) (?:{_ADVERBS[language]})(?=[ .!])(?! (?:als|wie|that|so)\b)", "", text, count=1)


def _first_half(text: str) -> str | None:
    match = _HALF.match(text)
    return match.group("first") + "." if match and len(match.group("first").split()) > 3 else None


def renumber(text: str, language: Language, draw: Random) -> str | None:
    """Write a number or a date otherwise: "5" and "five", "14 September" and "September 14"."""
    ways: list[Callable[[str, Language], str | None]] = [_spelled, _in_digits, _other_date, _other_grouping]
    draw.shuffle(ways)
    for way in ways:
        changed = way(text, language)
        if changed and changed != text:
            return changed
    return None


def _spelled(text: str, language: Language) -> str | None:
    names = {str(value): word for word, value in NUMBER_WORDS[language].items() if value <= 12}
    for q in quantities(text, language, moments(text, language)):
        follows = text[q.end : q.end + 1]
        if (
            text[q.start : q.end] in names
            and q.start
            and follows == " "
            and not text[q.start - 2 : q.start].endswith((". ", "# ", "o ", "r "))
        ):
            return cut(text, q.start, q.end, names[text[q.start : q.end]])
    return None


def _in_digits(text: str, language: Language) -> str | None:
    for q in quantities(text, language):
        word = text[q.start : q.end].lower()
        if word in NUMBER_WORDS[language] and text[q.end : q.end + 1] == " ":
            return cut(text, q.start, q.end, str(NUMBER_WORDS[language][word]))
    return None


def _other_date(text: str, language: Language) -> str | None:
    """The other order in English; with or without the month's name in German."""
    for m in moments(text, language):
        if not (m.month and m.day):
            continue
        month, year = MONTHS[language][m.month - 1], f" {m.year}" if m.year else ""
        if language == "de":
            written = text[m.start : m.end]
            new = (
                f"{m.day}. {month}{year}"
                if month not in written
                else f"{m.day}.{m.month}.{m.year}"
                if m.year
                else written
            )
        elif text[m.start].isdigit():
            new = f"{month} {m.day}" + (f",{year}" if year else "")
        else:
            new = f"{m.day} {month}{year}"
        return text[: m.start] + new + text[m.end :]
    return None


def _other_grouping(text: str, language: Language) -> str | None:
    """Write thousands with or without their mark, millions in full or short."""
    mark = "." if language == "de" else ","
    short = re.sub(r"\bMillionen\b", "Mio.", re.sub(r"\bMilliarden\b", "Mrd.", text)) if language == "de" else text
    if short != text and re.search(r"\d M(?:io|rd)\.", short):
        return short
    plain = re.sub(rf"(?<=\d)\{mark}(?=\d{{3}}\b)", "", text)
    return plain if plain != text else re.sub(r"(?<=\d)\s?(?:percent|Prozent)\b", " %", text)


def reword(text: str, language: Language, draw: Random) -> str | None:
    """Replace a word by another of the same meaning."""
    return swap_word(text, language, SYNONYMS[language], draw)
