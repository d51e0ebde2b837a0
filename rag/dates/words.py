"""The words of the calendar, as parts of regular expressions; groups are added where they are used."""

from __future__ import annotations

from collections.abc import Iterable

from index.models import Language
from index.readings.words import MONTHS, NUMBER_WORDS, ORDINAL_WORDS, WEEKDAYS

_MONTH_VARIANTS: dict[Language, dict[str, int]] = {
    "de": {"jänner": 1, "feber": 2, "jan": 1, "feb": 2, "mär": 3, "mrz": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8}
    | {"sep": 9, "sept": 9, "okt": 10, "nov": 11, "dez": 12},
    "en": {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10}
    | {"nov": 11, "dec": 12},
}
MONTH_NUMBERS: dict[Language, dict[str, int]] = {
    language: {name.lower(): number for number, name in enumerate(MONTHS[language], start=1)} | variants
    for language, variants in _MONTH_VARIANTS.items()
}
"""Lower-case name or abbreviation, without its full stop, to number."""

WEEKDAY_NUMBERS: dict[Language, dict[str, int]] = {
    language: {name.lower(): number for number, name in enumerate(names)} for language, names in WEEKDAYS.items()
}
WEEKDAY_NUMBERS["de"]["sonnabend"] = 5
"""Lower-case name to number, Monday is 0."""

SEASONS: dict[Language, dict[str, int]] = {
    "de": {"frühjahr": 3, "frühling": 3, "sommer": 6, "herbst": 9, "winter": 12},
    "en": {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12},
}
"""Lower-case name to the month it begins with (meteorological; it lasts three)."""

PARTS: dict[Language, dict[str, int]] = {
    "de": {"anfang": 0, "beginn": 0, "mitte": 1, "ende": 2},
    "en": {"early": 0, "start": 0, "beginning": 0, "mid": 1, "middle": 1, "late": 2, "end": 2},
}
"""Lower-case word to the third of a month or year."""

_ONES: dict[Language, dict[str, int]] = {
    "de": {"ein": 1, "einem": 1, "einer": 1, "eine": 1},
    "en": {"a": 1, "an": 1, "one": 1},
}
COUNTS: dict[Language, dict[str, int]] = {language: NUMBER_WORDS[language] | _ONES[language] for language in _ONES}
"""Lower-case number word to value."""

ORDINALS: dict[Language, dict[str, int]] = {
    "de": ORDINAL_WORDS["de"] | {f"erste{ending}": 1 for ending in ("", "n", "r", "s", "m")},
    "en": ORDINAL_WORDS["en"] | {"first": 1},
}
"""Lower-case ordinal to value."""

BEFORE_A_MONTH: dict[Language, str] = {
    "de": r"im|seit|ab|bis|vor|nach|zum|dieser?[mn]|dieses|(?:letzt|vergangen|vorig)e[mnrs]",
    "en": r"in|during|since|until|till|by|before|after|through|last|this|that|past|following",
}
"""What makes a month's name without day or year a date."""


def any_of(words: Iterable[str]) -> str:
    """An alternative of words, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))
