"""Who may do what to whom in made-up sentences: people, bodies, teams, countries and animals, in both languages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random
from typing import Literal

from index.models import Language

_FIRST = """
Anna Jonas Leyla Piotr Miriam Tomasz Hannah Emre Clara Viktor Nadia Owen Greta Luca Fatima Henrik Ingrid Mateo Sofia
Dmitri Yuki Amara Felix Paula Karim Ruth Oskar Lena Hugo Priya Samuel Elif Martin Julia Kwame Astrid Pablo Irina Noah
Theresa Ahmed Birgit Colin Dorothea Erik Frieda Gareth Helga Ivan Johanna Kofi Louise Marek Nina Olaf Petra Quentin
Rosa Stefan Tilda Ulrich Vera Walter Xenia Yusuf Zoe Bernard Camille Dragan Esther
"""
_LAST = """
Berger Kowalski Yılmaz O'Brien Lindqvist Okafor Moreau Hartmann Petrov Nakamura Silva Vogel Mensah Rossi Novak Haddad
Fischer Whitfield Larsen Sharma Brandt Costa Dubois Eriksen Farkas Greenwood Hoffmann Ibrahim Jansen Keller Lombardi
Marlow Nguyen Olsen Pereira Quist Reinhardt Santos Tanaka Ulmer Vasquez Weiss Ximenes Young Zimmer Ashworth Bianchi
Castell Delgado Engel Foster Grimm Holt Iversen Jovanovic Kranz Lechner Mbeki Nordin Osei Pohl Radtke Sommer Thorne
"""
_BODIES = """
Norvik Halden Solvantis Kestrel Varo Lumera Brightwell Ostmann Tarnow Calyx Ferrum Aldora Meridia Pelikan Quadra
Greenpeace Amnesty Unicef Interpol Europol Frontex Belgor Montrose Tessin Ikarus Nordlicht Savoy Trident
"""
_TOWNS = """
Kassel Ulm Trier Graz Linz Basel Bern Aarhus Bergen Malmö Porto Gent Leeds Derby Cork Galway Toledo Bari Split Zagreb
Brno Lodz Riga Tartu Denver Austin Perth Lagos Accra Nairobi Durban Osaka Lima Quito
"""
_CLUBS = "Eintracht Fortuna Dynamo Rapid Viktoria Sporting Racing Union Real Athletic Inter Olympia"
_COUNTRIES = """
France/Frankreich Italy/Italien Spain/Spanien Norway/Norwegen Sweden/Schweden Denmark/Dänemark Poland/Polen
Hungary/Ungarn Greece/Griechenland Austria/Österreich Brazil/Brasilien Argentina/Argentinien Chile/Chile Peru/Peru
Kenya/Kenia Ghana/Ghana Egypt/Ägypten Morocco/Marokko India/Indien China/China Japan/Japan Vietnam/Vietnam
Canada/Kanada Mexico/Mexiko Australia/Australien Iceland/Island Finland/Finnland Portugal/Portugal Georgia/Georgien
Armenia/Armenien Ethiopia/Äthiopien
"""
# English, German without its article, gender, accusative and dative where they have an ending of their own.
_PEOPLE_NOUNS = """
coach/Trainer/m captain/Kapitän/m mayor/Bürgermeister/m minister/Minister/m teacher/Lehrerin/f doctor/Ärztin/f
driver/Fahrer/m owner/Besitzer/m neighbour/Nachbarin/f landlord/Vermieter/m tenant/Mieterin/f editor/Redakteurin/f
conductor/Dirigent/m/Dirigenten director/Direktorin/f judge/Richterin/f lawyer/Anwalt/m witness/Zeuge/m/Zeugen
president/Präsident/m/Präsidenten chancellor/Kanzlerin/f king/König/m queen/Königin/f bishop/Bischof/m
pilot/Pilot/m/Piloten farmer/Bauer/m/Bauern hunter/Jäger/m goalkeeper/Torhüter/m champion/Meisterin/f
challenger/Herausforderer/m student/Studentin/f researcher/Forscher/m nurse/Krankenschwester/f
patient/Patient/m/Patienten boy/Junge/m/Jungen brother/Bruder/m sister/Schwester/f father/Vater/m mother/Mutter/f
son/Sohn/m daughter/Tochter/f widow/Witwe/f general/General/m soldier/Soldat/m/Soldaten rebel_leader/Rebellenführer/m
ambassador/Botschafterin/f
"""
_BODY_NOUNS = """
court/Gericht/n ministry/Ministerium/n authority/Behörde/f company/Firma/f union/Gewerkschaft/f bank/Bank/f
university/Universität/f club/Verein/m city_council/Stadtrat/m government/Regierung/f opposition/Opposition/f
publisher/Verlag/m insurer/Versicherung/f hospital/Krankenhaus/n airline/Fluggesellschaft/f railway/Bahn/f
party/Partei/f agency/Agentur/f committee/Ausschuss/m commission/Kommission/f manufacturer/Hersteller/m
supplier/Zulieferer/m foundation/Stiftung/f museum/Museum/n newspaper/Zeitung/f
"""
_ANIMALS = """
dog/Hund/m cat/Katze/f wolf/Wolf/m fox/Fuchs/m bear/Bär/m/Bären goat/Ziege/f sheep/Schaf/n horse/Pferd/n cow/Kuh/f
eagle/Adler/m swan/Schwan/m rat/Ratte/f snake/Schlange/f boar/Wildschwein/n pony/Pony/n donkey/Esel/m
"""
Case = Literal["nominative", "accusative", "dative"]
CASES: tuple[Case, ...] = ("nominative", "accusative", "dative")

_ARTICLES = {"m": ("der", "den", "dem"), "f": ("die", "die", "der"), "n": ("das", "das", "dem")}
_NAMED_SHARE = 0.6
"""How often a party has a name; else a noun stands for it."""


@dataclass(frozen=True)
class Party:
    """Somebody or something that can act.

    Attributes:
        english: what it is called in English.
        cases: what it is called in German: nominative, accusative, dative.
        named: whether it is a name, which looks the same in all cases.
        relative: the English relative pronoun for it.
    """

    english: str
    cases: tuple[str, str, str]
    named: bool
    relative: str = "which"

    @property
    def last_word(self) -> str:
        """What two of the same name have in common."""
        return self.english.split()[-1]

    def called(self, language: Language, case: Case = "nominative") -> str:
        """Its name in a language, in German in a case."""
        return self.cases[CASES.index(case)] if language == "de" else self.english


def party(kind: str, draw: Random, *, named: bool = False) -> Party:
    """Somebody of a kind.

    Args:
        kind: "person", "body", "team", "country" or "animal".
        draw: what is random.
        named: whether it must have a name, where its kind has names at all.
    """
    if kind == "country":
        english, german = draw.choice(_COUNTRIES.split()).split("/")
        return _named(english, german)
    if kind == "team":
        town, club = draw.choice(_TOWNS.split()), draw.choice(_CLUBS.split())
        return _named(draw.choice((town, f"{club} {town}")))
    if kind == "animal":
        return _noun(draw.choice(_ANIMALS.split()))
    by_name = named or draw.random() < _NAMED_SHARE
    if kind == "body":
        return _named(draw.choice(_BODIES.split())) if by_name else _noun(draw.choice(_BODY_NOUNS.split()))
    return replace(_person(draw) if by_name else _noun(draw.choice(_PEOPLE_NOUNS.split())), relative="who")


def _person(draw: Random) -> Party:
    last = draw.choice(_LAST.split())
    return _named(draw.choice((last, f"{draw.choice(_FIRST.split())} {last}")))


def _named(english: str, german: str = "") -> Party:
    return Party(english, (german or english,) * 3, named=True)


def _noun(entry: str) -> Party:
    english, german, gender, *oblique = entry.split("/")
    nominative, accusative, dative = _ARTICLES[gender]
    other = oblique[0] if oblique else german
    cases = (f"{nominative} {german}", f"{accusative} {other}", f"{dative} {other}")
    return Party(f"the {english.replace('_', ' ')}", cases, named=False)
