"""Countries and regions under their names, adjectives, peoples and capitals in both languages."""

from __future__ import annotations

import functools
import re

from index.models import Language
from rag.support.names.nation_table import NATIONS, REGIONS

_ENDINGS: dict[Language, str] = {"de": "(?:e[nmrs]?|innen|in|nen|ern|n|s)?", "en": "s?"}
_COLUMNS: dict[Language, slice] = {"en": slice(0, 2), "de": slice(2, 5)}


def nations_called(name: str, language: Language) -> frozenset[str]:
    """The countries that a name, adjective or people stands for: one, or all of a region; empty for anything else."""
    match = _pattern(language).fullmatch(name)
    return _table(language)[match.group(1).lower()] if match else frozenset()


def names_nation(text: str, language: Language, wanted: frozenset[str]) -> bool:
    """Whether a text names a country, one of a region's countries, its capital, or the region itself.

    Args:
        text: that may name it.
        language: of the text.
        wanted: what `nations_called` returned.
    """
    return any(found == wanted or (len(found) == 1 and found <= wanted) for found in _nations_in(text, language))


@functools.lru_cache(maxsize=1024)
def _nations_in(text: str, language: Language) -> frozenset[frozenset[str]]:
    named = [_table(language)[match.group(1).lower()] for match in _pattern(language).finditer(text)]
    seats = [frozenset([_capitals()[match.group(1)]]) for match in _capital_pattern().finditer(text)]
    return frozenset([*named, *seats])


@functools.cache
def _rows() -> list[list[str]]:
    return [line.split(";") for line in NATIONS.strip().splitlines()]


@functools.cache
def _table(language: Language) -> dict[str, frozenset[str]]:
    """Lower-case name, adjective or people to its countries, each under its first English name."""
    table: dict[str, frozenset[str]] = {}
    inside: dict[str, set[str]] = {}
    for row in _rows():
        nation = row[0].split(",")[0]
        table.update({form.lower(): frozenset([nation]) for form in _forms(row[:5], language)})
        for region in row[6].split(","):
            inside.setdefault(region, set()).add(nation)
    for line in REGIONS.strip().splitlines():
        regions, *columns = line.split(";")
        nations = frozenset(nation for region in regions.split() for nation in inside[region])
        table.update({form.lower(): nations for form in _forms(columns, language)})
    return table


def _forms(columns: list[str], language: Language) -> list[str]:
    return [form for column in columns[_COLUMNS[language]] for form in column.split(",") if form]


@functools.cache
def _pattern(language: Language) -> re.Pattern[str]:
    """Finds the forms as written, German adjectives also with a capital, which every word has that opens a sentence."""
    rows = [*_rows(), *(line.split(";")[1:] for line in REGIONS.strip().splitlines())]
    forms = sorted({form for row in rows for form in _forms(row[:5], language)}, key=len, reverse=True)
    cased = (re.escape(form) if form[0].isupper() else f"[{form[0]}{form[0].upper()}]{form[1:]}" for form in forms)
    return re.compile(rf"(?<![\w-])({'|'.join(cased)}){_ENDINGS[language]}(?!\w)")


@functools.cache
def _capitals() -> dict[str, str]:
    return {capital: row[0].split(",")[0] for row in _rows() for capital in row[5].split(",") if capital}


@functools.cache
def _capital_pattern() -> re.Pattern[str]:
    forms = "|".join(re.escape(capital) for capital in sorted(_capitals(), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])({forms})(?:s|er|ern)?(?!\w)")
