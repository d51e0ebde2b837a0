"""Names and details to put into sentences where they do not belong."""

from __future__ import annotations

_SURNAMES = """
Weber Schmidt Fischer Wagner Becker Hoffmann Koch Bauer Richter Klein Wolf Neumann Schwarz Zimmermann Braun Hartmann
Krüger Lange Werner Krause Lehmann Köhler Maier Huber Vogel Keller Frank Berger Winkler Roth Beck Lorenz Baumann Franke
Albrecht Winter Simon Ludwig Böhm Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Taylor Moore Jackson
Thompson White Harris Clark Lewis Walker Hall Young King Wright Scott Green Baker Adams Nelson Carter Mitchell Roberts
Turner Phillips Campbell Parker Evans Edwards Collins Stewart Morris Rogers Reed Cook Morgan Bell Murphy Bailey Cooper
Dubois Laurent Rossi Ferrari Garcia Martinez Lopez Silva Novak Kowalski Nowak Ivanov Petrov Jensen Larsen Nielsen
"""
SURNAMES = tuple(_SURNAMES.split())

_PEOPLE = """
Tom Mary John Anna Peter Thomas Robert David James George Paul William Michael Charles Martin Richard Jack Andrew
Elizabeth Joseph Alexander Daniel Barbara Julia Laura Sarah Emma Lena Lisa Eva Karl Stefan Christian Susanne Monika Kate
Mike Kevin Eric Simon Walter Carlos Antonio Marco Pierre Louis Ivan Sergei Alice Linda Susan Karen Nancy Jane
"""
PEOPLE = tuple(_PEOPLE.split())

ORGANISATIONS = (
    "Siemens",
    "Volkswagen",
    "Boeing",
    "Airbus",
    "Toyota",
    "Sony",
    "Microsoft",
    "Google",
    "Amazon",
    "Lufthansa",
    "Bayer",
    "BASF",
    "Nokia",
    "Samsung",
    "Shell",
    "Greenpeace",
    "UNICEF",
    "NATO",
    "UNESCO",
    "FIFA",
    "Renault",
    "Nestlé",
    "Philips",
    "Ericsson",
    "IBM",
    "Intel",
    "Allianz",
    "Bosch",
    "Ford",
)

CAUSES = (
    ("the bad weather", "des schlechten Wetters"),
    ("the rising costs", "der steigenden Kosten"),
    ("a strike", "eines Streiks"),
    ("a technical fault", "eines technischen Fehlers"),
    ("a lack of staff", "des Personalmangels"),
    ("the heavy criticism", "der heftigen Kritik"),
    ("a court order", "eines Gerichtsbeschlusses"),
    ("a serious illness", "einer schweren Krankheit"),
    ("the elections", "der Wahlen"),
    ("a dispute over money", "eines Streits um Geld"),
)
"""What might have caused something: English, German in the genitive."""

SPEAKERS = (
    ("the police", "die Polizei"),
    ("the government", "die Regierung"),
    ("the company", "das Unternehmen"),
    ("the mayor", "der Bürgermeister"),
    ("the ministry", "das Ministerium"),
    ("the hospital", "das Krankenhaus"),
    ("a spokesman", "ein Sprecher"),
    ("the organisers", "der Veranstalter"),
)
"""Who might have said something: English, German in the nominative, all singular in German."""

JOBS = (
    ("a teacher", "Lehrer"),
    ("a lawyer", "Anwalt"),
    ("a doctor", "Arzt"),
    ("a journalist", "Journalist"),
    ("an engineer", "Ingenieur"),
    ("a businessman", "Unternehmer"),
    ("a former soldier", "ehemaliger Soldat"),
    ("a retired judge", "pensionierter Richter"),
)
"""What somebody might be."""
