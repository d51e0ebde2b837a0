"""Numbers and months that are none: "2023 Personen", "Agenda 2030", "Theresa May"."""

from __future__ import annotations

import re

_MEASURES = """
euro euros dollar dollars us-dollar franken pfund pounds pound rubel rubles yuan kronen cent millionen milliarden
million billion menschen personen leute people persons soldaten soldiers troops kämpfer fighters mann men frauen
women kinder children tote toten deaths dead verletzte verletzten injured opfer victims einwohner residents
inhabitants zuschauer spectators besucher visitors fans teilnehmer participants beschäftigte mitarbeiter employees
stellen jobs arbeitsplätze jahre jahren years tage tagen days stunden hours minuten minutes wochen weeks monate
monaten months uhr tonnen tonne tons tonnes kilo kilogramm kilograms kg gramm liter litres liters meter metern
metres meters m kilometer kilometern kilometres kilometers km meilen miles fuß feet hektar hectares quadratkilometer
quadratmeter grad degrees prozent percent watt megawatt container containers raketen missiles drohnen drones panzer
tanks granaten shells schuss fahrzeuge vehicles autos cars häuser houses wohnungen gebäude buildings stimmen votes
artikel articles seiten pages fälle cases mal times stück
"""
MEASURES = frozenset(_MEASURES.split())
"""Lower-case words before which a number of four digits is a quantity."""

_NUMBERED = """
agenda vision expo strategie strategy windows resolution verordnung richtlinie regulation directive artikel article
nr no nummer number seite page raum room flug flight boeing airbus platz rang rank modell model route gesetz act §
paragraf hausnummer postleitzahl plz horizont horizon
"""
NUMBERED = frozenset(_NUMBERED.split())
"""Lower-case words whose number is a name, not a year: "Agenda 2030"."""

_YEAR_SIGNS = """
in im jahr jahre jahres year seit since bis until till by von from vor before nach after ab zwischen between und and
of anfang mitte ende early late mid during sommer winter herbst frühjahr frühling spring summer autumn fall
"""
_SIGNS = frozenset(_YEAR_SIGNS.split())

SURNAMES = frozenset({"may", "mai", "märz", "jan"})
"""Months that are people's names too."""

_NO_FIRST_NAMES = """
am im vom zum on the early late mid last this next that diesen dieses letzten vergangenen als seit monday tuesday
wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag wann when was
what who wer how wie welche which why warum is are did ab through throughout beginning start end middle
"""
_MAY_PRECEDE = _SIGNS | frozenset(_NO_FIRST_NAMES.split())
_WORD_BEFORE = re.compile(r"([^\W\d_][\w'’-]*)[\s.,]*$")
_WORD_AFTER = re.compile(r"\s*([^\W\d_][\w-]*|%|€|\$|°)")


def word_before(text: str, place: int) -> str:
    """The word that ends before a place, "" if none does."""
    match = _WORD_BEFORE.search(text, max(0, place - 40), place)
    return match.group(1) if match else ""


def is_year(text: str, start: int, end: int) -> bool:
    """Whether a number of four digits that stands alone is a year, as far as its neighbours tell."""
    after = _WORD_AFTER.match(text, end)
    if after and after.group(1).lower() in MEASURES | {"%", "€", "$", "°"}:
        return False
    before = word_before(text, start).lower()
    if before in NUMBERED:
        return False
    return int(text[start:end]) % 100 != 0 or before in _SIGNS


def is_surname(text: str, start: int, end: int) -> bool:
    """Whether the name of a month is somebody's: "Theresa May 2019", "you may 2 times"."""
    written = text[start:end].rstrip(".")
    if written.lower() not in SURNAMES:
        return False
    before = word_before(text, start)
    if written.islower():  # "may" is a verb, unless something says otherwise
        return written == "may" and before.lower() not in _MAY_PRECEDE
    return before[:1].isupper() and before.lower() not in _MAY_PRECEDE
