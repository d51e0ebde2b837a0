"""A detail added that the sentence does not have: a time, a place, a cause, a number, a person, a speaker."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import NamedTuple

from eval.perturbation.lists import CAUSES, JOBS, PEOPLE, SPEAKERS, SURNAMES
from index.models import Language
from index.readings.words import MONTHS
from rag.support.names.extraction import FIRST_NAMES, names
from rag.support.names.places import places

_GERMAN_INVERTED = re.compile(r"^(Er|Sie|Es|Wir|Ich|Tom|Maria) ([a-zäöüß]+)\b ?")


class Detail(NamedTuple):
    """One detail in both languages.

    Attributes:
        where: "end" before the final stop, "front" before the first word, "name" after the first person named.
        en: as English puts it, with its comma or space.
        de: as German puts it.
    """

    where: str
    en: str
    de: str

    def put(self, text: str, language: Language) -> str | None:
        """The text with the detail; None where there is no room for it."""
        added = self.en if language == "en" else self.de
        return {"end": _at_end, "front": _in_front, "name": _at_name}[self.where](text, added, language)


def addition(text: str, language: Language, draw: Random) -> str | None:
    """Add a detail drawn at random."""
    return draw_detail(draw).put(text, language)


def draw_detail(draw: Random) -> Detail:
    """A random detail; the two languages say the same."""
    return draw.choice(_MAKERS)(draw)


def _month(draw: Random) -> Detail:
    month, year = draw.randrange(12), draw.randint(1975, 2024)
    english, german = f"{MONTHS['en'][month]} {year}", f"{MONTHS['de'][month]} {year}"
    if draw.random() < 0.5:
        return Detail("front", f"In {english}, ", f"Im {german} ")
    return Detail("end", f" in {english}", f", und zwar im {german}")


def _year(draw: Random) -> Detail:
    year = draw.randint(1950, 2024)
    return Detail("front", f"In {year}, ", f"Im Jahr {year} ")


def _city(draw: Random) -> Detail:
    city = draw.randrange(len(places("city", "en")))
    english, german = places("city", "en")[city], places("city", "de")[city]
    if draw.random() < 0.5:
        return Detail("front", f"In {english}, ", f"In {german} ")
    return Detail("end", f" in {english}", f", und zwar in {german}")


def _cause(draw: Random) -> Detail:
    english, german = draw.choice(CAUSES)
    return Detail("end", f" because of {english}", draw.choice([f" wegen {german}", f", und zwar wegen {german}"]))


def _speaker(draw: Random) -> Detail:
    english, german = draw.choice(SPEAKERS)
    if draw.random() < 0.5:
        return Detail("end", f", according to {english}", f", wie {german} mitteilte")
    return Detail("end", f", {english} said", f", sagte {german}")


def _quote(draw: Random) -> Detail:
    person = f"{draw.choice(PEOPLE)} {draw.choice(SURNAMES)}"
    return draw.choice(
        [
            Detail("end", f", {person} said", f", sagte {person}"),
            Detail("end", f" together with {person}", f", gemeinsam mit {person}"),
            Detail("end", f", although {person} had objected", f", obwohl {person} widersprochen hatte"),
        ]
    )


def _figure(draw: Random) -> Detail:
    count = draw.randint(3, 90)
    return draw.choice(
        [
            Detail("end", f" for the {_ordinal(count)} time", f", und zwar zum {count}. Mal"),
            Detail("end", f", which cost {count} million euros", f", was {count} Millionen Euro kostete"),
            Detail("end", f", and {count} people were injured", f", und {count} Menschen wurden verletzt"),
            Detail("end", f", as {count} percent of those asked said", f", wie {count} Prozent der Befragten sagten"),
        ]
    )


def _job(draw: Random) -> Detail:
    english, german = draw.choice(JOBS)
    city = draw.randrange(len(places("city", "en")))
    return Detail(
        "name", f", {english} from {places('city', 'en')[city]},", f", {german} aus {places('city', 'de')[city]},"
    )


_MAKERS: tuple[Callable[[Random], Detail], ...] = (_month, _year, _city, _cause, _speaker, _quote, _figure, _job, _job)


def _ordinal(count: int) -> str:
    suffix = "th" if 10 < count < 14 else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
    return f"{count}{suffix}"


def _at_end(text: str, added: str, language: Language) -> str | None:
    return (
        text[:-1] + added + "."
        if text.endswith(".") and not text.endswith("..") and added.strip(", ") not in text
        else None
    )


def _in_front(text: str, added: str, language: Language) -> str | None:
    """In front of an English subject; in German only where the inversion is sure."""
    if text.startswith(("In ", "Im ", "On ", "At ", "Am ")) or "," in text[:25]:
        return None
    if language == "en":
        from_lower = text if _keeps_capital(text) else text[0].lower() + text[1:]
        return added + from_lower
    match = _GERMAN_INVERTED.match(text)
    if match is None:
        return None
    subject = match.group(1) if match.group(1) in FIRST_NAMES else match.group(1).lower()
    return f"{added}{match.group(2)} {subject} {text[match.end() :]}".replace(" .", ".")


def _keeps_capital(text: str) -> bool:
    first = re.split(r"[\s'’]", text, maxsplit=1)[0]
    return (
        first == "I"
        or first in FIRST_NAMES
        or bool(names(text, "en") and names(text, "en")[0].start == 0)
        or text[1:2].isupper()
    )


def _at_name(text: str, added: str, language: Language) -> str | None:
    people = [name for name in names(text, language) if name.text.split()[0] in FIRST_NAMES and name.end < len(text)]
    people = [name for name in people if text[name.end] == " " and text[name.end + 1 :][:1].islower()]
    if not people or re.match(r" (?:and|or|und|oder|of|von)\b", text[people[0].end :]):
        return None
    return text[: people[0].end] + added + text[people[0].end :]
