"""Words that can stand for each other in the same form, in both languages."""

from __future__ import annotations

from index.models import Language

_GERMAN = """
begann startete, beginnt startet, erhielt bekam, erhalten bekommen, erhielten bekamen, Film Spielfilm,
gegründet ins-Leben-gerufen, errichtet gebaut, erbaut gebaut, gebaut errichtet, verstarb starb, verstorben gestorben,
beendet abgeschlossen, benutzt verwendet, verwendet genutzt, veröffentlicht herausgebracht, publiziert veröffentlicht,
Firma Unternehmen, gezeigt präsentiert, zeigte präsentierte, kaufte erwarb, gekauft erworben, erworben gekauft,
erwarb kaufte, ernannt berufen, besiegt geschlagen, lebte wohnte,
wohnte lebte, heiratete ehelichte, erklärte sagte, sagte erklärte, berichtete erzählte,
zerstört vernichtet, vernichtet zerstört, entdeckt gefunden, gefunden entdeckt,
Einwohner Bewohner, Bewohner Einwohner, umfasst enthält, umfasste enthielt, enthält umfasst,
beschloss entschied, geschrieben verfasst, verfasst geschrieben, schrieb verfasste, verfasste schrieb,
unterstützt gefördert, hergestellt produziert, produziert hergestellt, genannt bezeichnet, eröffnet eingeweiht,
ausgezeichnet geehrt, vereinbart ausgehandelt, geschaffen erschaffen
"""
_ENGLISH = """
began started, begin start, begun started, founded established, found establish, established founded, purchased bought,
purchase buy, bought purchased, buy purchase, film movie, movie film, received got, receive get, obtained got,
constructed built, construct build, built constructed, build construct, died passed-away, released published, release
publish, published released, publish release, created made, create make,
ended finished, end finish, finished ended, finish end, defeated beat, defeat beat, called named,
married wed, lived resided, live reside, resided lived, reside live, moved relocated, move relocate, joined entered,
located situated, situated located, wrote authored, write author, written authored, destroyed ruined,
shown presented, showed presented, show present, appointed named, appoint name, played performed, play perform,
attended went-to, attend go-to, launched started, launch start, company firm, firm company, children kids,
opened inaugurated, acquired bought, acquire buy, elected chosen, awarded given, sold marketed, used utilized, use
utilize,
said stated, say state, stated said, announced declared, announce declare, discovered found, discover find,
produced made, produce make, residents inhabitants, inhabitants residents, car automobile,
approved passed, adopted passed, adopt pass, signed concluded, sign conclude, decided resolved, arrived came, arrive
come
"""


def _table(words: str) -> dict[str, list[str]]:
    """Word to its synonyms; a hyphen in the list stands for a space."""
    table: dict[str, list[str]] = {}
    for pair in words.replace("\n", " ").split(","):
        word, synonym = pair.split()
        if word != synonym:
            table.setdefault(word, []).append(synonym.replace("-", " "))
    return table


SYNONYMS: dict[Language, dict[str, list[str]]] = {"de": _table(_GERMAN), "en": _table(_ENGLISH)}
