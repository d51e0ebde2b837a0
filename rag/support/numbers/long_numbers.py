"""Numbers above 99 in words, dozens and halves of a scale as digits: "einhundertsechzig", "half a million"."""

from __future__ import annotations

import functools
import re

from index.models import Language
from index.readings.words import NUMBER_WORDS, SCALES

_WORDS: dict[str, int] = {**NUMBER_WORDS["en"], **NUMBER_WORDS["de"], "one": 1, "ein": 1, "eins": 1, "a": 1}
_ONES: dict[Language, str] = {"en": "a|one", "de": "ein|eins"}
_GENITIVES = (("zweier", "2"), ("dreier", "3"))
_CURRENCY = re.compile(r"(?<=[€£$])\s?(\d[\d.,]*\d|\d)\s?(m|mn|k|tn)\b")
_LETTERS = {"m": "million", "mn": "million", "k": "thousand", "tn": "trillion"}
_JOINED_SCALE = re.compile(r"(?<=\d)-(?=(?:million|billion|trillion|thousand)\b)")
_ORDINAL_CENTURY = re.compile(r"(\d{1,2})(?:\.|st|nd|rd|th)[\s-](?=(?:Jahrhundert|centur))")
_HALF_SCALE: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\bhalf an?\s(million|billion|trillion|thousand|hundred|dozen)\b", re.I),
    "de": re.compile(r"\b(?:ein(?:e[nmrs]?)?\s)?halbe[nmrs]?\s(Million|Milliarde|Billion|Dutzend)\b", re.I),
}
_HALF_VALUES = {**SCALES, "dozen": 12.0, "dutzend": 12.0, "milliarde": 1e9}
_DOZEN: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:an?|one)\sdozen\b", re.I),
    "de": re.compile(r"\bein(?:em|es)?\sDutzends?\b"),
}


def digits_for_words(text: str, language: Language) -> str:
    """The text with such numbers in digits; what `index.readings` reads in words by itself stays."""
    text = _HALF_SCALE[language].sub(lambda match: _half(match, language), text)
    text = _DOZEN[language].sub("12", text)
    text = _ORDINAL_CENTURY.sub(r"\1 ", text)
    text = _long(language).sub(lambda match: _value(match, language), text)
    if language == "de":
        for word, digit in _GENITIVES:
            text = re.sub(rf"\b{word}\b", digit, text, flags=re.I)
        return text
    text = _CURRENCY.sub(lambda match: f"{match.group(1)} {_LETTERS[match.group(2)]}", text)
    return _JOINED_SCALE.sub(" ", text)


def _half(match: re.Match[str], language: Language) -> str:
    word = match.group(1).lower()
    # A German "Billion" is a thousand of the English ones.
    scale = 1e12 if language == "de" and word == "billion" else _HALF_VALUES[word]
    return f"{scale / 2.0:.0f}"


@functools.cache
def _long(language: Language) -> re.Pattern[str]:
    words = "|".join(sorted([*NUMBER_WORDS[language], *_ONES[language].split("|")], key=len, reverse=True))
    if language == "de":
        return re.compile(
            rf"\b(?=[^\W\d_]*(?:hundert|tausend))(?:(?P<thousands>{words})?(?P<t>tausend)(?:und)?)?"
            rf"(?:(?P<hundreds>{words})?(?P<h>hundert)(?:und)?)?(?P<rest>{words})?\b",
            re.I,
        )
    return re.compile(
        rf"\b(?:(?P<thousands>{words})[\s-](?P<t>thousand)(?:,?\s(?:and\s)?|-))?"
        rf"(?P<hundreds>{words})[\s-](?P<h>hundred)(?:(?:\sand\s|\s|-)(?P<rest>{words}))?\b",
        re.I,
    )


def _value(match: re.Match[str], language: Language) -> str:
    group = {name: (text or "").lower() for name, text in match.groupdict().items()}
    if not (group["rest"] or (group["t"] and group["h"]) or group["thousands"] or group["hundreds"]):
        return match.group()
    thousands = 1000 * _WORDS.get(group["thousands"], 1) if group["t"] else 0
    hundreds = 100 * _WORDS.get(group["hundreds"], 1) if group["h"] else 0
    return str(thousands + hundreds + _WORDS.get(group["rest"], 0))
