"""Units of measure in both languages, and amounts in the smallest unit of their kind: two weeks are fourteen days."""

from __future__ import annotations

import re

from index.models import Language

_UNITS = """
percent/per cent/prozent/%: %
euro/euros/€: euro
dollar/dollars/us-dollar/$: dollar
pound/pounds/pfund/£: pound
kilometre/kilometres/kilometer/kilometers/kilometern/km: km
metre/metres/meter/meters/metern/m: m
centimetre/centimetres/centimeter/centimeters/zentimeter/zentimetern/cm: cm
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
decade/decades/jahrzehnt/jahrzehnte/jahrzehnten: decade
century/centuries/jahrhundert/jahrhunderte/jahrhunderten/jahrhunderts: century
"""
UNIT_OF = {
    name: line.rsplit(": ", 1)[1] for line in _UNITS.strip().splitlines() for name in line.rsplit(": ", 1)[0].split("/")
}
"""Lower-case name of a unit to its sign."""
_KINDS = {
    "time": {"s": 1, "min": 60, "h": 3600, "day": 86400, "week": 604800},
    "calendar": {"month": 1, "year": 12, "decade": 120, "century": 1200},
    "length": {"cm": 1, "m": 100, "km": 100_000},
    "mass": {"g": 1, "kg": 1000, "t": 1_000_000},
}
_BASES = {unit: (kind, factor) for kind, units in _KINDS.items() for unit, factor in units.items()}
_NAMES = "|".join(sorted((name for name, unit in UNIT_OF.items() if unit in _BASES), key=len, reverse=True))
_SINGLE: dict[Language, re.Pattern[str]] = {
    "en": re.compile(rf"\b(?P<half>half[\s-](?:an?[\s-])?)?(?(half)|(?:an?|one|the)\s)(?P<unit>{_NAMES})\b", re.I),
    "de": re.compile(rf"\b(?:(?P<half>halbe[nmrs]?)|eine?[nmrs]?|der)\s(?P<unit>{_NAMES})\b", re.I),
}

Amount = tuple[str, float]
"""Kind of measure, and how much in its smallest unit."""


def amount(value: float, unit: str | None) -> Amount | None:
    """A value in the smallest unit of its kind; None for a unit that no other can be told in."""
    base = _BASES.get(unit or "")
    return (base[0], value * base[1]) if base else None


def single_amounts(text: str, language: Language) -> list[Amount]:
    """The amounts that are written without a number: "an hour", "half an hour", "binnen einer Stunde"."""
    found = []
    for match in _SINGLE[language].finditer(text):
        told = amount(0.5 if match.group("half") else 1.0, UNIT_OF[match.group("unit").lower()])
        if told:
            found.append(told)
    return found
