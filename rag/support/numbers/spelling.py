"""Figures and dates spelled so that `index.readings` reads them: "Aug. 29", "dreieinhalb", "twice", "2-1"."""

from __future__ import annotations

import functools
import re

from index.models import Language
from index.readings.words import MONTHS, NUMBER_WORDS, ORDINAL_STEMS
from rag.support.numbers.long_numbers import digits_for_words

_SHORT: dict[Language, str] = {
    "de": "Jan Feb Mrz Apr Mai Jun Jul Aug Sep Okt Nov Dez",
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
}
_TIMES: dict[Language, tuple[tuple[str, str], ...]] = {
    "de": (
        (r"\bzweimal\b", "2 Mal"),
        (r"\bbeide[nrs]?\b", "2"),
        (r"\banderthalb", "1,5 "),
        (r"\beineinhalb", "1,5 "),
        (r"\bsiebent(?=e)", "siebt"),
    ),
    "en": ((r"\btwice\b", "2 times"), (r"\bboth\b", "2"), (r"\b(?:a|one) and a half\b", "1.5")),
}
LAST_HOUR, LAST_MINUTE = 24, 59
_PAIR = re.compile(r"(?<![\w.,:-])(\d{1,2})(?:\s?[:\u2013-]\s?)(\d{1,2})(?![\d.,]*\d|[:\w-])")
_VALUES: dict[Language, dict[str, int]] = {
    "de": {word: value for word, value in NUMBER_WORDS["de"].items() if value <= 12}
    | {stem: value for value, stem in enumerate(ORDINAL_STEMS["de"][:9], start=2)},
    "en": {word: value for word, value in NUMBER_WORDS["en"].items() if value <= 12} | {"double": 2, "triple": 3},
}
_GROUPS = {"pair": 2, "duo": 2, "twins": 2, "zwillinge": 2, "zwillingen": 2, "ehepaar": 2, "trio": 3, "quartet": 4}
_GROUP = re.compile(rf"\b({'|'.join(_GROUPS)})\b")
_OPENERS: dict[Language, re.Pattern[str]] = {
    "de": re.compile(rf"\b({'|'.join(sorted(_VALUES['de'], key=len, reverse=True))})(?=[^\W\d_]{{3}})"),
    "en": re.compile(rf"\b({'|'.join(sorted(_VALUES['en'], key=len, reverse=True))})(?=-[^\W\d_])"),
}


def spelled_out(text: str, language: Language) -> str:
    """The text with short months in full, halves and multiples in digits; its offsets are others."""
    for short, full in zip(_SHORT[language].split(), MONTHS[language], strict=True):
        text = re.sub(rf"\b{short}t?\.(?=\s\d)|(?<=\d\.\s){short}t?\.", full, text)
    text = digits_for_words(text, language)
    for pattern, digits in _TIMES[language]:
        text = re.sub(pattern, digits, text, flags=re.IGNORECASE)
    return _compounds(language).sub(lambda match: _digits(match, language), text)


def scores(text: str) -> tuple[set[tuple[int, int]], str]:
    """Results such as "2:1" or "4-0" without regard to who is named first, and the text without them.

    What has two digits behind a colon stays where it may be a time: "20:04", but not "78:85".
    """
    found: set[tuple[int, int]] = set()

    def take(match: re.Match[str]) -> str:
        one, other = match.group(1), match.group(2)
        if ":" in match.group() and len(other) == 2 and int(one) <= LAST_HOUR and int(other) <= LAST_MINUTE:
            return match.group()
        found.add((min(int(one), int(other)), max(int(one), int(other))))
        return " " * len(match.group())

    return found, _PAIR.sub(take, text)


def counted_inside(text: str, language: Language) -> set[int]:
    """The numbers inside words: "sechsrädrig", "Fünfprozenthürde", "zweitstärkste", "three-way", and of "a pair"."""
    lower = text.lower()
    found = {_VALUES[language][opener] for opener in _OPENERS[language].findall(lower)}
    return found | {_GROUPS[word] for word in _GROUP.findall(lower)}


@functools.cache
def _compounds(language: Language) -> re.Pattern[str]:
    small = "|".join(word for word, value in NUMBER_WORDS[language].items() if value <= 12)
    pattern = rf"\b({small})(einhalb|mal\b)" if language == "de" else rf"\b({small})( and a half\b)"
    return re.compile(pattern, re.IGNORECASE)


def _digits(match: re.Match[str], language: Language) -> str:
    value = NUMBER_WORDS[language][match.group(1).lower()]
    if match.group(2).lower() == "mal":
        return f"{value} Mal"
    return f"{value},5 " if language == "de" else f"{value}.5"
