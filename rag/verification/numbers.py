"""Whether the figures of a claim stand in its evidence, with their units."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.models import Language
from index.readings import Quantity, moments, quantities
from index.readings.words import NUMBER_WORDS
from rag.support.spelling import counted_inside, scores, spelled_out
from rag.verification.sources import Source

ROUGH = 0.05
"""How far "about 5,000" may be from the figure in the evidence, as a share of it."""
FAR = 0.25
"""How far "more than 5,000" may lie below it."""

_UNITS = """
percent/per cent/prozent/%: %
euro/euros/€: euro
dollar/dollars/us-dollar/$: dollar
pound/pounds/pfund/£: pound
kilometre/kilometres/kilometer/kilometers/kilometern/km: km
metre/metres/meter/meters/metern/m: m
mile/miles/meile/meilen: mile
foot/feet/fuß: foot
tonne/tonnes/ton/tons/tonnen: t
kilogram/kilograms/kilogramm/kg: kg
gram/grams/gramm/g: g
second/seconds/sekunde/sekunden: s
minute/minutes/minuten: min
hour/hours/stunde/stunden: h
day/days/tag/tage/tagen: day
week/weeks/woche/wochen: week
month/months/monat/monate/monaten: month
year/years/jahr/jahre/jahren: year
"""
_UNIT_OF = {
    name: line.rsplit(": ", 1)[1] for line in _UNITS.strip().splitlines() for name in line.rsplit(": ", 1)[0].split("/")
}
_UNIT = re.compile(r"[-\s]?(per cent\b|us-dollar\b|[^\W\d_]+|[%€$£])", re.IGNORECASE)
_ABOUT = re.compile(
    r"\b(?:rund|etwa|ungefähr|knapp|fast|gut|ca\.|circa|about|around|some|roughly|nearly|almost)\s*$", re.I
)
_ABOVE = re.compile(r"\b(?:mehr als|über|more than|over|mindestens|at least|a minimum of)\s*$", re.I)
_FEW = re.compile(
    r"\s(?:men|women|people|countries|sides|leaders|states|parties|Männern?|Frauen|Menschen|Ländern?|Seiten|Staaten"
    r"|Politikern?|Staatschefs|Parteien)\b"
)
_LARGEST_COUNTED = 3


def missing_numbers(claim: str, language: Language, sources: Sequence[Source]) -> tuple[int, list[str]]:
    """Look for every number of a claim, dates not among them, in the evidence.

    A number agrees when its value does and no known unit behind it ("5 hours") is another one everywhere. After "about"
    the evidence may differ by `ROUGH`, after "more than" it may lie up to `FAR` higher. "Two men" may be counted from
    names, so a few persons or countries that the evidence does not number are not missing.

    Returns:
        how many numbers there are, and those that are missing, as they are written.
    """
    text = spelled_out(claim, language)
    pairs, rest = scores(text)
    there = [_read(source) for source in sources]
    missing = [f"{one}:{two}" for one, two in sorted(pairs) if not any(found.has_pair(one, two) for found in there)]
    own = [q for q in quantities(rest, language, moments(rest, language)) if not _in_name(rest, q, language)]
    for quantity in own:
        if not any(found.has(rest, quantity, language) for found in there):
            missing.append(_written(rest, quantity))
    return len(pairs) + len(own), missing


def _in_name(text: str, quantity: Quantity, language: Language) -> bool:
    """Whether a number word is part of an English name: "the Four Rivers Council"."""
    inside = language == "en" and quantity.start > 0 and text[quantity.start].isupper()
    return inside and text[quantity.end : quantity.end + 2].strip()[:1].isupper()


class _Figures:
    """The numbers of a text: values with the units that stand behind them."""

    def __init__(self, text: str, language: Language) -> None:
        self._pairs, rest = scores(text)
        dates = moments(rest, language)
        found = quantities(rest, language, dates)
        self._units: dict[str, set[str | None]] = {}
        for quantity in found:
            self._units.setdefault(quantity.key, set()).add(_unit(rest, quantity))
        # A bare year may be counted in the claim: "the 1990s".
        for date in dates:
            if date.year:
                self._units.setdefault(str(date.year), set()).add(None)
        for value in counted_inside(text, language):
            self._units.setdefault(str(value), set()).add(None)
        self._values = {_value(key) for key in self._units} - {None}

    def has_pair(self, one: int, two: int) -> bool:
        return (one, two) in self._pairs or {str(one), str(two)} <= self._units.keys()

    def has(self, text: str, quantity: Quantity, language: Language) -> bool:
        """Whether the number, its unit and what stands before it ("about") agree."""
        units = self._units.get(quantity.key) or self._units.get(quantity.key.rstrip("%"))
        if units is not None:
            own = _unit(text, quantity)
            return own is None or None in units or own in units
        value = _value(quantity.key)
        if value is None:
            return False
        before = text[: quantity.start]
        if _ABOUT.search(before):
            return any(abs(other - value) <= ROUGH * value for other in self._values if other)
        if _ABOVE.search(before):
            return any(value < other <= (1.0 + FAR) * value for other in self._values if other)
        few = value <= _LARGEST_COUNTED and text[quantity.start : quantity.end].lower() in NUMBER_WORDS[language]
        return few and _FEW.match(text, quantity.end) is not None


def _read(source: Source) -> _Figures:
    return _Figures(spelled_out(source.text, source.language), source.language)


def _unit(text: str, quantity: Quantity) -> str | None:
    """The known unit of a number: behind it, or a currency's sign before it."""
    if quantity.key.endswith("%"):
        return "%"
    before = _UNIT_OF.get(text[max(0, quantity.start - 1) : quantity.start])
    match = _UNIT.match(text, quantity.end)
    return before or (_UNIT_OF.get(match.group(1).lower()) if match else None)


def _value(key: str) -> float | None:
    try:
        return float(key.rstrip("%"))
    except ValueError:
        return None


def _written(text: str, quantity: Quantity) -> str:
    """The number with the unit that follows it, for people."""
    match = _UNIT.match(text, quantity.end)
    follows = match.group() if match and match.group(1).lower() in _UNIT_OF else ""
    return (text[quantity.start : quantity.end] + follows).strip()
