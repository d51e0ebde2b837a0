"""What a noun phrase names: a person, a place, a party or another body with a short name, or a thing."""

from __future__ import annotations

import functools
import re
from typing import Literal

from index.keywords.exonyms import exonym_terms
from index.models import Language
from rag.conversation.tokens import Token, word_set
from rag.support.names.extraction import FIRST_NAMES
from rag.support.names.places import place_ids

Kind = Literal["person", "place", "party", "thing"]

_TITLES = word_set("""
    präsident präsidentin premierminister premierministerin kanzler kanzlerin bundeskanzler bundeskanzlerin minister
    ministerin außenminister außenministerin verteidigungsminister innenminister machthaber könig königin papst herr
    frau trainer trainerin bürgermeister bürgermeisterin kremlsprecher sprecher sprecherin premier president chancellor
    king queen pope mr mrs ms dr sir lord prince princess governor senator captain coach secretary spokesman
    spokeswoman leader
    """)
NUMERAL = re.compile(r"[IVX]{1,5}")
"""Of kings and popes: "Charles III"."""


def is_place(run: list[Token], language: Language) -> bool:
    """Whether a name is that of a country, a town or another place."""
    names = [token.bare for token in run if token.capital]
    if not names:
        return False
    return all(_place_name(name, language) for name in names) or bool(exonym_terms(names, language) and len(names) > 1)


@functools.lru_cache(maxsize=4096)
def _place_name(name: str, language: Language) -> bool:
    other: Language = "en" if language == "de" else "de"
    lower = name.lower()
    if name.isupper() and len(name) > 1:
        return lower in _MORE_PLACES  # "NATO" and "WHO" have other names too, but are no places
    known = lower in place_ids(language) or lower in place_ids(other) or lower in _MORE_PLACES
    return known or bool(exonym_terms([name], language))


_MORE_PLACES = word_set(
    "belarus sotschi sochi wostotschny vostochny wladiwostok vladivostok baltimore brüssel brussels usa uk schweiz eu"
)


def kind_of(run: list[Token], name: bool, language: Language) -> Kind:
    """What a noun phrase names."""
    if is_place(run, language):
        return "place"
    capitals = [token for token in run if token.capital]
    if name and any(NUMERAL.fullmatch(token.text) for token in run[1:]):
        return "person"
    if name and any(token.text.isupper() and len(token.text) > 1 for token in run):
        return "party"
    if name and capitals and not any(any(c.isdigit() for c in token.text) for token in run):
        if any(token.bare in FIRST_NAMES for token in capitals):
            return "person"
        if any(token.lower in _TITLES for token in run):
            return "person"
    return "thing"
