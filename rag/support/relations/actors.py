"""Who acts in a sentence: names, pronouns and the nouns that stand for people and bodies, in both languages."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from index.models import Language

_NOUNS = """
president/Präsident,Präsidentin,Staatspräsident,Staatschef king/König,Königin queen/Königin minister/Minister,Ministerin
chancellor/Kanzler,Kanzlerin government/Regierung,Bundesregierung parliament/Parlament court/Gericht,Gerichtshof
police/Polizei army/Armee,Militär company/Firma,Unternehmen,Konzern union/Gewerkschaft,Union bank/Bank
university/Universität,Hochschule committee/Komitee,Ausschuss council/Rat club/Verein,Klub team/Mannschaft,Team
coach/Trainer,Trainerin captain/Kapitän guest/Gast,Gäste host/Gastgeber,Gastgeberin father/Vater mother/Mutter
son/Sohn daughter/Tochter brother/Bruder sister/Schwester husband/Mann,Ehemann wife/Frau,Ehefrau teacher/Lehrer,Lehrerin
doctor/Arzt,Ärztin leader/Machthaber,Führer,Kremlchef,Chef driver/Fahrer,Fahrerin owner/Besitzer,Eigentümer
mayor/Bürgermeister,Bürgermeisterin opposition/Opposition party/Partei rebels/Rebellen workers/Arbeiter,Beschäftigte
pilot/Pilot editor/Redakteur publisher/Verlag victim/Opfer suspect/Verdächtiger,Verdächtige judge/Richter,Richterin
prosecutor/Staatsanwalt,Staatsanwaltschaft lawyer/Anwalt,Anwältin boy/Junge girl/Mädchen dog/Hund cat/Katze man/Mann
woman/Frau child/Kind children/Kinder students/Studenten,Schüler spokesman/Sprecher director/Direktor,Direktorin
"""
_ENDINGS: dict[Language, str] = {"de": "(?:e?s|e?n|in|innen)?", "en": "(?:s|es)?"}


class Actor(NamedTuple):
    """Somebody or something that can act.

    Attributes:
        thing: what it is called in English, equal for equal things.
        start: where it stands.
        end: where it ends.
    """

    thing: str
    start: int
    end: int


def actors(text: str, language: Language) -> list[Actor]:
    """The nouns of a text that stand for people and bodies, in order."""
    table, pattern = _table(language)
    return [Actor(table[match.group(1)], match.start(), match.end()) for match in pattern.finditer(text)]


@functools.cache
def _table(language: Language) -> tuple[dict[str, str], re.Pattern[str]]:
    table: dict[str, str] = {}
    for entry in _NOUNS.split():
        english, german = entry.split("/")
        for name in german.split(",") if language == "de" else [english]:
            table.setdefault(name, english)
    words = "|".join(sorted(table, key=len, reverse=True))
    return table, re.compile(rf"\b({words}){_ENDINGS[language]}\b")
