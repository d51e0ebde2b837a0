"""Words that may stand for each other in nearly every sentence."""

from __future__ import annotations

from index.models import Language

_PAIRS: dict[Language, str] = {
    "en": """
begin/start began/started begins/starts children/kids film/movie films/movies big/large bigger/larger biggest/largest
buy/purchase bought/purchased purchased/bought quickly/rapidly often/frequently almost/nearly usually/normally
maybe/perhaps shop/store car/automobile cars/automobiles photo/picture photos/pictures journey/trip answer/reply
answered/replied finish/complete finished/completed happen/occur happened/occurred helped/assisted doctor/physician
doctors/physicians teacher/instructor wrong/incorrect error/mistake
difficult/hard important/significant enough/sufficient several/various approximately/about
road/street town/city wealthy/rich ill/sick entire/whole immediately/instantly
 closed/shut permit/allow permitted/allowed allowed/permitted
received/got obtain/get require/need requires/needs required/needed famous/well-known
attempt/try attempted/tried tried/attempted select/choose selected/chosen display/show displays/shows
delete/remove deletes/removes deleted/removed constructed/built built/constructed
situated/located located/situated mainly/primarily primarily/mainly especially/particularly
 annually/yearly everybody/everyone everyone/everybody silent/quiet
 clever/smart smart/clever beautiful/lovely afraid/scared glad/happy
released/published published/released employer/boss firm/company companies/firms
""",
    "de": """
auch/ebenfalls oft/häufig häufig/oft sofort/umgehend schnell/rasch rasch/schnell fast/beinahe beinahe/fast
lediglich/nur vielleicht/möglicherweise möglicherweise/vielleicht bekommen/erhalten bekam/erhielt erhielt/bekam
bekamen/erhielten benutzen/verwenden benutzt/verwendet verwendet/benutzt benutzte/verwendete verwenden/benutzen
jedoch/allerdings allerdings/jedoch etwa/ungefähr ungefähr/etwa wichtig/bedeutsam schwierig/schwer
derzeit/momentan momentan/derzeit zurzeit/derzeit ständig/dauernd dauernd/ständig manchmal/gelegentlich
beginnen/starten beginnt/startet errichtet/erbaut gebaut/errichtet
arbeitslos/erwerbslos reden/sprechen redete/sprach redet/spricht sehr/äußerst
arzt/Mediziner ärzte/Mediziner foto/Bild fotos/Bilder firma/Gesellschaft
 polizist/Polizeibeamter gebäude/Bauwerk resultat/Ergebnis
ergebnis/Resultat ergebnisse/Resultate probleme/Schwierigkeiten gefährlich/riskant berühmt/bekannt hübsch/schön
kaputt/defekt wütend/zornig traurig/betrübt
löschen/entfernen gelöscht/entfernt ermöglicht/erlaubt erstellen/anlegen
erstellt/angelegt benötigen/brauchen benötigt/braucht braucht/benötigt brauchen/benötigen dennoch/trotzdem
trotzdem/dennoch deshalb/daher daher/deshalb darum/deshalb niemals/nie nie/niemals meistens/meist
insbesondere/besonders besonders/insbesondere vorwiegend/hauptsächlich erklärt/erläutert erklärte/erläuterte
gestorben/verstorben verstorben/gestorben
""",
}
SYNONYMS: dict[Language, dict[str, str]] = {
    language: dict(pair.split("/") for pair in listed.split()) for language, listed in _PAIRS.items()
}
"""Lower-case word to one that says the same, German nouns with their capital; nouns share their gender."""
