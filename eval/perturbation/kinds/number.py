"""A number changed: its value, its magnitude or its unit."""

from __future__ import annotations

import re
from random import Random

from eval.perturbation.edit import choose, cut, like, swap_word
from index.models import Language
from index.readings.moments import moments
from index.readings.quantities import Quantity, quantities
from index.readings.words import NUMBER_WORDS

# A changed bound may still follow from the old one: "more than five" is true of eight.
_BOUND = re.compile(
    r"\b(?:than|least|most|over|under|about|up to|als|mindestens|höchstens|über|unter|bis zu|rund|etwa|circa"
    r"|nearly|fast)\s*$"
    r"|\b(?:no\.|nr\.|nos\.|article|artikel|version|windows|office|agenda|ziel|objective)\s*$",
    re.IGNORECASE,
)
_MAGNITUDES: dict[Language, dict[str, tuple[str, ...]]] = {
    "en": {"million": ("billion", "thousand"), "billion": ("million",), "thousand": ("million", "hundred")},
    "de": {"millionen": ("Milliarden",), "milliarden": ("Millionen",), "tausend": ("hundert",), "mio": ("Mrd",)},
}
_UNITS: dict[Language, str] = {
    "en": """hours/days hour/day minutes/hours years/months year/week weeks/months kilometers/metres kilometres/metres
    miles/feet dollars/euros dollar/euro euros/pounds percent/promille meters/kilometres tons/kilograms""",
    "de": """stunden/Tage stunde/Woche minuten/Stunden jahre/Monate jahren/Monaten jahr/Monat tage/Wochen tagen/Wochen
    wochen/Monate kilometer/Meter meter/Kilometer dollar/Euro euro/Dollar tonnen/Kilogramm""",
}


def number(text: str, language: Language, draw: Random) -> str | None:
    """Change a number so that it is another one of the same form, or its scale or unit; dates are left alone."""
    found = [q for q in quantities(text, language, moments(text, language)) if not _BOUND.search(text[: q.start])]
    if not found:
        return None
    target = draw.choice(found)
    values = [_changed(text, target, language, draw), _changed(text, target, language, draw)]
    return choose(draw, [*values, _magnitude(text, target, language, draw), _unit(text, target, language, draw)], text)


def _changed(text: str, target: Quantity, language: Language, draw: Random) -> str | None:
    written = text[target.start : target.end]
    digits = re.search(r"\d+", written)
    if digits:
        start = target.start + digits.start()
        new = _other_digits(digits.group(), draw, ":" in target.key)
        return cut(text, start, start + len(digits.group()), new)
    word = re.match(r"[^\W\d_]+", written)
    value = NUMBER_WORDS[language].get(word.group().lower()) if word else None
    if word is None or value is None or value > 20:
        return None
    near = [w for w, v in NUMBER_WORDS[language].items() if v != value and abs(v - value) <= 6 and v <= 12]
    return cut(text, target.start, target.start + word.end(), like(draw.choice(near), word.group())) if near else None


def _other_digits(digits: str, draw: Random, is_time: bool) -> str:
    """Another number with as many digits; of a time, another hour."""
    if is_time or (len(digits) <= 2 and int(digits) <= 12):
        return str(draw.choice([value for value in range(1, 13) if value != int(digits)]))
    lowest = 10 ** (len(digits) - 1)
    shift = draw.choice([-1, 1]) * draw.randint(1, max(2, lowest * 3))
    new = lowest + (int(digits) + shift - lowest) % (9 * lowest)
    return str(new if new != int(digits) else new + 1).zfill(len(digits))


def _magnitude(text: str, target: Quantity, language: Language, draw: Random) -> str | None:
    new = swap_word(text[target.start : target.end], language, _MAGNITUDES[language], draw)
    return cut(text, target.start, target.end, new) if new else None


def _unit(text: str, target: Quantity, language: Language, draw: Random) -> str | None:
    """Change the unit right after the number."""
    units = dict(pair.split("/") for pair in _UNITS[language].split())
    match = re.compile(r"\s([^\W\d_]+)\b").match(text, target.end)
    if match is None or match.group(1).lower() not in units:
        return None
    return cut(text, match.start(1), match.end(1), units[match.group(1).lower()])
