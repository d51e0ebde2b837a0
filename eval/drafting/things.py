"""Countries and organisations, and words that make a name the name of a thing."""

from __future__ import annotations

import re

from index.models import Language
from rag.support.names.places import places

_COUNTRIES: dict[Language, frozenset[str]] = {
    "de": frozenset(["Nordkorea", "Südkorea", "Belarus", "Neuseeland", "Südafrika", "Saudi-Arabien", "Sudan", "Jemen"]),
    "en": frozenset(["North Korea", "South Korea", "Belarus", "New Zealand", "South Africa", "Saudi Arabia", "Sudan"]),
}
_THE = frozenset(["Schweiz", "Türkei", "Ukraine", "Niederlande", "Netherlands", "Iran", "Irak"])
"""They stand with an article in one of the languages."""
_NO_ORGANISATION = frozenset(["USA", "US", "UK", "EU", "GB", "UAE", "VAE", "DDR", "BRD", "TV"])
_THINGS = re.compile(
    r"(?:Union|Partei|Party|Bank|Parlament|Parliament|Universität|University|Ministerium|Ministry|Agentur|Agency|House"
    r"|Street|Court|Council|Rat|Police|Polizei|Bridge|Brücke|Tower|Turm|Guard|Force|Forces|Army|Armee|Club|Verein|League"
    r"|Cup|Pokal|River|Canal|Kanal|Sea|Meer|Island|Insel|Church|Kirche|Cathedral|Dom|Museum|Station|Airport|Flughafen"
    r"|Nations|Nationen|States|Staaten|Times|Post|News|Company|Corporation|Group|Gruppe|Fund|Fonds|Commission|Kommission"
    r"|Conference|Konferenz|Games|Spiele|Space|System|Security|Region|Provinz|Province|Platz|Square|Straße|Stadion"
    r"|Power|Films|Electric|Motors|Airlines|Oil|Gas|Media|Software|Systems|Entertainment|Pictures|Records|Energy|Telecom"
    r"|Insurance|Capital|Partners|Holdings|Steel|Technologies|Committee|Komitee|Foundation|Stiftung|Institute|Institut|Academy|Akademie|Reform|Telegram|North|South|East|West|Adm|Prime|Olympiastadion|California|Abbey|Palace|Rover|Lander)"
)
_FIRST_OF_THINGS = re.compile(
    r"(?:North|South|East|West|New|San|Los|Saint|United|European|World|Red|White|Supreme|Royal|National|International"
    r"|Central|Great|Le|La|Bad|Neue[rs]?|Alte[rs]?|Große[rs]?|Weiße[rs]?|Rote[rs]?|Schwarze[rs]?|Europäische[rs]?"
    r"|Vereinte|Vereinigte|FC|SC|VfB|TV|AC|\w+isch(?:e|er|es|en))"
)


def countries(language: Language) -> tuple[str, ...]:
    """All countries that are known by a name without an article."""
    return tuple(name for name in (*sorted(_COUNTRIES[language]), *places("country", language)) if name not in _THE)


def is_country(name: str, language: Language) -> bool:
    """Whether a phrase is the name of a country, without an article."""
    return name in _COUNTRIES[language] or name in places("country", language)


def is_organisation(name: str) -> bool:
    """Whether a phrase is an abbreviation in capitals that names no country ("ISRO")."""
    return re.fullmatch(r"[A-ZÄÖÜ]{3,6}", name) is not None and name not in _NO_ORGANISATION


def is_thing(name: str) -> bool:
    """Whether a name of several words has one that people are not called by."""
    parts = name.split()
    return _FIRST_OF_THINGS.fullmatch(parts[0]) is not None or any(_is_thing(part) for part in parts)


def _is_thing(part: str) -> bool:
    return _THINGS.fullmatch(part) is not None or part.isupper() or any(c.isdigit() for c in part)
