"""Whether the figures of a claim stand in its evidence, with their units."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from index.models import Language
from index.readings import Quantity, moments, quantities
from index.readings.words import NUMBER_WORDS, ORDINAL_WORDS, SCALES
from rag.support.numbers.measures import UNIT_OF, amount, single_amounts
from rag.support.numbers.shares import Share, shares
from rag.support.numbers.spelling import counted_inside, scores, spelled_out
from rag.verification.sources import Source

ROUGH = 0.05
"""How far "about 5,000" may be from the figure in the evidence, as a share of it."""
ROUGH_SHARE = 0.1
"""The same for a share in words: "nearly a third" is 30 per cent."""
FAR = 0.25
"""How far "more than 5,000" may lie below it."""

_UNIT = re.compile(r"[-\s]?(per cent\b|us-dollar\b|[^\W\d_]+|[%€$£])", re.IGNORECASE)
_ABOUT = re.compile(
    r"\b(?:rund|etwa|ungefähr|knapp|fast|gut|ca\.|circa|about|around|some|roughly|nearly|almost)\s*$", re.I
)
_ABOVE = re.compile(r"\b(?:mehr als|über|more than|over|mindestens|at least|a minimum of)\s*$", re.I)
_BOTH = re.compile(r"\b(?:[Bb]eide[nrs]?|[Bb]oth)\b")
_TIMES = re.compile(r"\s(?:Mal|times|nights|Nächten?)\b")
_IN_ALL = re.compile(r"\b(?:insgesamt|zusammen|in total|in all|altogether|together|combined)\b", re.I)
_APART = re.compile(
    r"\b(?:Unterschied|Differenz|Vorsprung|Abstand|Rückstand|(?:Prozent)?[Pp]unkten?|mehr|weniger|jünger\w*|älter\w*"
    r"|billiger|günstiger|teurer|margin|difference|gap|ahead|behind|lead|points?|more|less|fewer|lower|higher|younger"
    r"|older|junior|senior|cheaper|dearer)\b"
)
_ALIKE_SHARE = 0.5
"""Percentage points that a share in words may differ from a figure: a third is 33 per cent."""
_FEW = re.compile(
    r"\s(?:men|women|people|countries|sides|leaders|states|parties|Männern?|Frauen|Menschen|Ländern?|Seiten|Staaten"
    r"|Politikern?|Staatschefs|Parteien)\b"
)
_LARGEST_COUNTED = 3
_SMALL = 12
_LEAST_SCALED = 1000
_SCALE = re.compile(rf"\b({'|'.join(SCALES)})\b")
_PERCENT = re.compile(r"%|\bper ?cent\b|\bprozent\b", re.I)
_LEAST_MADE = 3
_SAME = 1e-6


def missing_numbers(claim: str, language: Language, sources: Sequence[Source]) -> tuple[int, list[str]]:
    """Look for every number of a claim, dates not among them, in the evidence.

    A number agrees when its value does and no known unit behind it ("5 hours") is another one everywhere. After "about"
    the evidence may differ by `ROUGH`, after "more than" it may lie up to `FAR` higher. "Two men" may be counted from
    names, so a few persons or countries that the evidence does not number are not missing; neither are "two" and
    "second" where it counts nothing. Shares in words and other units of the same measure agree when they are equal,
    sums and differences of two figures when the claim says that they are such.

    Returns:
        how many numbers there are, and those that are missing, as they are written.
    """
    text = spelled_out(_BOTH.sub(" ", claim), language)
    pairs, rest = scores(text)
    there = [_read(source) for source in sources]
    missing = [f"{one}:{two}" for one, two in sorted(pairs) if not any(found.has_pair(one, two) for found in there)]
    own = [q for q in quantities(rest, language, moments(rest, language)) if not _in_name(rest, q, language)]
    parts = shares(rest, language)
    for quantity in own:
        found_as_share = any(
            found.has_share(share, rest[: share.start])
            for share in parts
            if _inside(quantity, share)
            for found in there
        )
        if not found_as_share and not any(found.has(rest, quantity, language) for found in there):
            missing.append(_written(rest, quantity))
    return len(pairs) + len(own), missing


def _in_name(text: str, quantity: Quantity, language: Language) -> bool:
    """Whether a number word is part of an English name: "the Four Rivers Council"."""
    inside = language == "en" and quantity.start > 0 and text[quantity.start].isupper()
    return inside and text[quantity.end : quantity.end + 2].strip()[:1].isupper()


def _inside(quantity: Quantity, share: Share) -> bool:
    return quantity.start < share.end and share.start < quantity.end


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
        self._shares = [share.percent for share in shares(rest, language)]
        told = (amount(_value(key) or 0.0, unit) for key, units in self._units.items() for unit in units)
        self._amounts = {*told, *single_amounts(rest, language)} - {None}
        self._centuries = {(date.year - 1) // 100 + 1 for date in dates if date.year}
        small = (units for key, units in self._units.items() if 2 <= (_value(key) or 0) <= _SMALL)
        self._counts = any(None in units for units in small)

    def has_pair(self, one: int, two: int) -> bool:
        """Whether a result stands here, as one, as what may be a time ("19:16"), or as two figures."""
        times = {f"{one}:{two:02}", f"{two}:{one:02}"}
        counted = {str(one), str(two)} <= self._units.keys()
        return counted or (one, two) in self._pairs or bool(times & self._units.keys())

    def has_share(self, share: Share, before: str) -> bool:
        """Whether a share in words stands here, in words too or as a percentage; after "nearly" one not far from it."""
        loose = share.percent * ROUGH_SHARE if _ABOUT.search(before) or _ABOVE.search(before) else _ALIKE_SHARE
        percents = [_value(key) or 0.0 for key in self._units if key.endswith("%")]
        return any(abs(other - share.percent) <= loose + _SAME for other in (*percents, *self._shares))

    def has(self, text: str, quantity: Quantity, language: Language) -> bool:
        """Whether the number, its unit and what stands before it ("about") agree."""
        units = self._units.get(quantity.key) or self._units.get(quantity.key.rstrip("%"))
        own = _unit(text, quantity)
        if units is not None and (own is None or None in units or own in units):
            return True
        value = _value(quantity.key)
        if value is None:
            hour, _, minute = quantity.key.partition(":")
            return minute.isdigit() and (min(int(hour), int(minute)), max(int(hour), int(minute))) in self._pairs
        if self._has_otherwise(value, own, text):
            return True
        return units is None and (
            self._is_roughly(value, text[: quantity.start]) or self._is_few(text, quantity, language)
        )

    def _has_otherwise(self, value: float, unit: str | None, text: str) -> bool:
        """Whether the number stands here as a share, in another unit, or as what two figures make."""
        if unit == "%" and self._near_share(value):
            return True
        if unit == "century" and value in self._centuries:
            return True
        if unit is None and any(key in self._units for key in _left_out(text, value)):
            return True
        if amount(value, unit) in self._amounts:
            return True
        if (
            value >= _LEAST_MADE
            and _APART.search(text)
            and any(abs(b - a - value) < _SAME for a, b in self._pairs_of())
        ):
            return True
        return bool(_IN_ALL.search(text)) and any(abs(a + b - value) < _SAME for a, b in self._pairs_of())

    def _pairs_of(self) -> Iterator[tuple[float, float]]:
        """Every two figures of one unit, or of none, the smaller first."""
        by_unit: dict[str | None, set[float]] = {}
        for key, units in self._units.items():
            for unit in units:
                by_unit.setdefault(unit, set()).add(_value(key) or 0.0)
        for values in by_unit.values():
            yield from itertools.combinations(sorted(values - {0.0}), 2)

    def _near_share(self, percent: float) -> bool:
        return any(abs(share - percent) <= _ALIKE_SHARE for share in self._shares)

    def _is_roughly(self, value: float, before: str) -> bool:
        if _ABOUT.search(before):
            return any(abs(other - value) <= ROUGH * value for other in self._values if other)
        if _ABOVE.search(before):
            return any(value < other <= (1.0 + FAR) * value for other in self._values if other)
        return False

    def _is_few(self, text: str, quantity: Quantity, language: Language) -> bool:
        """Whether it may be counted from what is named: a few persons, or two of anything where nothing is counted."""
        word = text[quantity.start : quantity.end].lower()
        ordinal = word in ORDINAL_WORDS[language]
        counted = _unit(text, quantity) is None and _TIMES.match(text, quantity.end) is None
        if quantity.key == "2" and not self._counts and (ordinal or counted):
            return True
        few = (_value(quantity.key) or 0.0) <= _LARGEST_COUNTED and word in NUMBER_WORDS[language]
        return few and _FEW.match(text, quantity.end) is not None


def _left_out(text: str, value: float) -> list[str]:
    """A bare number with the scale or sign of another of the claim: "37, sie 61 Prozent", "2.9 to 3.2 million"."""
    if value >= _LEAST_SCALED:
        return []
    scales = {SCALES[word] for word in _SCALE.findall(text.lower())}
    return [f"{value * scale:.12g}" for scale in scales] + ([f"{value:g}%"] if _PERCENT.search(text) else [])


def _read(source: Source) -> _Figures:
    return _Figures(spelled_out(source.text, source.language), source.language)


def _unit(text: str, quantity: Quantity) -> str | None:
    """The known unit of a number: behind it, or a currency's sign before it."""
    if quantity.key.endswith("%"):
        return "%"
    before = UNIT_OF.get(text[max(0, quantity.start - 1) : quantity.start])
    match = _UNIT.match(text, quantity.end)
    return before or (UNIT_OF.get(match.group(1).lower()) if match else None)


def _value(key: str) -> float | None:
    try:
        return float(key.rstrip("%"))
    except ValueError:
        return None


def _written(text: str, quantity: Quantity) -> str:
    """The number with the unit that follows it, for people."""
    match = _UNIT.match(text, quantity.end)
    follows = match.group() if match and match.group(1).lower() in UNIT_OF else ""
    return (text[quantity.start : quantity.end] + follows).strip()
