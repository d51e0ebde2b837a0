"""Places and nationalities under their English and German names, by class, so that Munich is München."""

from __future__ import annotations

import functools
from typing import Literal

from index.models import Language

PlaceClass = Literal["city", "country", "continent", "adjective", "wide adjective"]

_TABLE: dict[PlaceClass, str] = {
    "city": """
Berlin/Berlin Hamburg/Hamburg Munich/München Cologne/Köln Frankfurt/Frankfurt Stuttgart/Stuttgart Dresden/Dresden
Leipzig/Leipzig Bremen/Bremen Hanover/Hannover Nuremberg/Nürnberg Vienna/Wien Salzburg/Salzburg Graz/Graz
Zurich/Zürich Geneva/Genf Basel/Basel Bern/Bern Paris/Paris Lyon/Lyon Marseille/Marseille Strasbourg/Straßburg
London/London Manchester/Manchester Liverpool/Liverpool Edinburgh/Edinburgh Dublin/Dublin Rome/Rom Milan/Mailand
Naples/Neapel Venice/Venedig Turin/Turin Florence/Florenz Madrid/Madrid Barcelona/Barcelona Seville/Sevilla
Lisbon/Lissabon Brussels/Brüssel Antwerp/Antwerpen Amsterdam/Amsterdam Copenhagen/Kopenhagen Stockholm/Stockholm
Oslo/Oslo Helsinki/Helsinki Warsaw/Warschau Krakow/Krakau Prague/Prag Budapest/Budapest Bucharest/Bukarest
Sofia/Sofia Athens/Athen Belgrade/Belgrad Zagreb/Zagreb Kyiv/Kiew Moscow/Moskau Minsk/Minsk Riga/Riga
Istanbul/Istanbul Ankara/Ankara Cairo/Kairo Jerusalem/Jerusalem Beirut/Beirut Damascus/Damaskus Baghdad/Bagdad
Tehran/Teheran Kabul/Kabul Beijing/Peking Shanghai/Shanghai Tokyo/Tokio Osaka/Osaka Kyoto/Kyoto Seoul/Seoul
Pyongyang/Pjöngjang Bangkok/Bangkok Singapore/Singapur Delhi/Delhi Mumbai/Mumbai Sydney/Sydney Melbourne/Melbourne
Boston/Boston Chicago/Chicago Washington/Washington Seattle/Seattle Houston/Houston Dallas/Dallas Atlanta/Atlanta
Miami/Miami Detroit/Detroit Philadelphia/Philadelphia Denver/Denver Toronto/Toronto Vancouver/Vancouver
Montreal/Montreal Havana/Havanna Lima/Lima Nairobi/Nairobi Lagos/Lagos Johannesburg/Johannesburg""",
    "country": """
Germany/Deutschland Austria/Österreich France/Frankreich Italy/Italien Spain/Spanien Portugal/Portugal
Belgium/Belgien Denmark/Dänemark Sweden/Schweden Norway/Norwegen Finland/Finnland Poland/Polen Hungary/Ungarn
Romania/Rumänien Bulgaria/Bulgarien Greece/Griechenland Serbia/Serbien Croatia/Kroatien Slovenia/Slowenien
Ireland/Irland Scotland/Schottland England/England Britain/Großbritannien Russia/Russland Lithuania/Litauen
Latvia/Lettland Estonia/Estland Cyprus/Zypern Malta/Malta Israel/Israel Egypt/Ägypten Syria/Syrien
Lebanon/Libanon Jordan/Jordanien China/China Japan/Japan India/Indien Pakistan/Pakistan Afghanistan/Afghanistan
Vietnam/Vietnam Thailand/Thailand Indonesia/Indonesien Australia/Australien Canada/Kanada Mexico/Mexiko
Brazil/Brasilien Argentina/Argentinien Chile/Chile Peru/Peru Colombia/Kolumbien Cuba/Kuba Kenya/Kenia
Nigeria/Nigeria Ghana/Ghana Morocco/Marokko Algeria/Algerien Tunisia/Tunesien Angola/Angola Ethiopia/Äthiopien
Kosovo/Kosovo Georgia/Georgien Armenia/Armenien Albania/Albanien
Switzerland/Schweiz Turkey/Türkei Ukraine/Ukraine Netherlands/Niederlande Iran/Iran Iraq/Irak""",
    "adjective": """
German/deutsch Austrian/österreichisch French/französisch Italian/italienisch Spanish/spanisch
Portuguese/portugiesisch Belgian/belgisch Danish/dänisch Swedish/schwedisch Norwegian/norwegisch Finnish/finnisch
Polish/polnisch Hungarian/ungarisch Romanian/rumänisch Bulgarian/bulgarisch Greek/griechisch Serbian/serbisch
Irish/irisch British/britisch English/englisch Scottish/schottisch Russian/russisch Turkish/türkisch
Israeli/israelisch Egyptian/ägyptisch Syrian/syrisch Chinese/chinesisch Japanese/japanisch Korean/koreanisch
Indian/indisch American/amerikanisch Canadian/kanadisch Mexican/mexikanisch Brazilian/brasilianisch
Australian/australisch""",
    # Apart from the others, for a German firm is a European one.
    "continent": "Africa/Afrika Asia/Asien Europe/Europa",
    "wide adjective": "African/afrikanisch European/europäisch Asian/asiatisch",
}
_ENDINGS = ("", "e", "en", "er", "es", "em", "s")


@functools.cache
def places(kind: PlaceClass, language: Language) -> tuple[str, ...]:
    """All names of a class in a language, German adjectives without ending and in lower case."""
    return tuple(entry.split("/")[language == "de"] for entry in _TABLE[kind].split())


@functools.cache
def place_ids(language: Language) -> dict[str, str]:
    """Lower-case name to the English name, with German genitives and adjective endings ("münchens", "deutsche")."""
    ids: dict[str, str] = {}
    for kind in _TABLE:
        for english, name in zip(places(kind, "en"), places(kind, language), strict=True):
            endings = _ENDINGS if language == "de" and kind.endswith("adjective") else ("", "s")
            for ending in endings:
                ids.setdefault(name.lower() + ending, english)
    return ids
