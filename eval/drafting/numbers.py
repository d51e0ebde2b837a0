"""The forms in which a number may be given as an answer."""

from __future__ import annotations

from index.models import Language
from index.readings.words import NUMBER_WORDS


def number_forms(number: str, noun: str, language: Language) -> tuple[str, ...]:
    """The number with what it counts, alone, and in digits where it is a word."""
    value = NUMBER_WORDS[language].get(number.lower())
    digits = () if value is None else (f"{value} {noun}", str(value))
    return tuple(dict.fromkeys((f"{number} {noun}", number, *digits)))
