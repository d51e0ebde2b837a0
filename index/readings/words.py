"""Words of number and calendar in both languages."""

from __future__ import annotations

from index.models import Language

_TENS: dict[Language, str] = {
    "de": "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
}
_SMALL: dict[Language, str] = {
    "de": """zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn
    achtzehn neunzehn""",
    "en": """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen""",
}
# "one" and "ein" are articles and pronouns too often to count.
_ORDINALS: dict[Language, str] = {
    "de": "zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft",
    "en": "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
}
ORDINAL_STEMS = {language: tuple(listed.split()) for language, listed in _ORDINALS.items()}
"""Second to twelfth in lower case, the German ones without their endings."""


def _number_words(language: Language) -> dict[str, int]:
    small = {word: value for value, word in enumerate(_SMALL[language].split(), start=2)}
    tens = {word: 10 * value for value, word in enumerate(_TENS[language].split(), start=2)}
    joined = {}
    for ten, value in tens.items():
        for unit, one in [("ein" if language == "de" else "one", 1), *list(small.items())[:8]]:
            joined[f"{unit}und{ten}" if language == "de" else f"{ten}-{unit}"] = value + one
    return small | tens | joined


NUMBER_WORDS: dict[Language, dict[str, int]] = {"de": _number_words("de"), "en": _number_words("en")}
"""Lower-case word to value, 2 to 99."""

ORDINAL_WORDS: dict[Language, dict[str, int]] = {
    "en": {word: value for value, word in enumerate(ORDINAL_STEMS["en"], start=2)},
    "de": {
        word + ending: value
        for value, word in enumerate(ORDINAL_STEMS["de"], start=2)
        for ending in ("e", "en", "er", "es", "em")
    },
}
"""Lower-case ordinal to value, second to twelfth; "first" is an adverb too often to count."""

SCALES: dict[str, float] = {
    "hundred": 1e2,
    "hundert": 1e2,
    "thousand": 1e3,
    "tausend": 1e3,
    "tsd": 1e3,
    "million": 1e6,
    "millionen": 1e6,
    "mio": 1e6,
    "billion": 1e9,
    "milliarde": 1e9,
    "milliarden": 1e9,
    "mrd": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
    "billionen": 1e12,
}
"""Lower-case scale word to factor; German "Billion" is not among them, for English means 1e9 by it."""

_MONTHS: dict[Language, str] = {
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "en": "January February March April May June July August September October November December",
}
_WEEKDAYS: dict[Language, str] = {
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
}
MONTHS = {language: tuple(listed.split()) for language, listed in _MONTHS.items()}
"""The names of the months, January first."""
WEEKDAYS = {language: tuple(listed.split()) for language, listed in _WEEKDAYS.items()}
"""The names of the days, Monday first."""
