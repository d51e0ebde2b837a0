"""Words of the same form that say something else: what a near miss asks for instead."""

from __future__ import annotations

from index.models import Language

_GROUPS: dict[Language, str] = {
    "de": """
    geboren begraben gestorben getauft verhaftet verheiratet
    gegründet aufgelöst umbenannt verkauft
    eröffnet geschlossen abgerissen renoviert
    gebaut errichtet zerstört abgerissen verkauft renoviert
    begann endete
    gewann verlor verpasste
    gewonnen verloren verpasst
    besiegte heiratete verklagte
    kaufte verkaufte vermietete
    gekauft verkauft gemietet
    veröffentlicht verboten zurückgezogen verfilmt übersetzt
    geschrieben übersetzt verbrannt verfilmt
    ernannt entlassen verhaftet
    gewählt abgewählt entlassen verhaftet
    verließ erreichte betrat
    erhielt verlor verweigerte
    starb heiratete
    heiratete verließ
    angenommen abgelehnt vertagt
    unterzeichnet abgelehnt gekündigt
    verboten erlaubt gefördert
    spielte trainierte verletzte
    zog floh
    getötet geboren befreit gerettet
    """,
    "en": """
    born buried baptized arrested knighted
    founded dissolved renamed sold
    opened closed demolished renovated
    built destroyed demolished sold renovated
    begin end
    began ended
    won lost missed
    win lose miss
    defeated married sued
    defeat marry sue
    bought sold rented
    buy sell rent
    released banned withdrawn translated
    published banned withdrawn translated
    release ban withdraw
    publish ban translate
    written translated burned filmed
    appointed dismissed arrested
    elected dismissed arrested
    joined left sued
    join leave sue
    died married retired
    die marry retire
    married divorced sued
    marry divorce sue
    adopted rejected postponed
    signed rejected cancelled
    started finished
    start finish
    moved fled
    killed born rescued
    leave reach buy
    receive lose refuse
    received lost refused
    attend found leave
    """,
}


def _table(groups: str) -> dict[str, list[str]]:
    table: dict[str, list[str]] = {}
    for line in groups.strip().splitlines():
        members = line.split()
        for word in members:
            table.setdefault(word, []).extend(other for other in members if other != word)
    return table


CONTRARIES: dict[Language, dict[str, list[str]]] = {language: _table(text) for language, text in _GROUPS.items()}
