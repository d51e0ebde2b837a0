"""Opposites in German and English, on shared axes, so that "rose" clashes with "sank" across languages too.

A line is an axis, going on where the next one is indented: pairs `one/other` with one side's meaning first, English
before the bar, German after it, nouns with their capital. A star stands for the German
adjective endings. Words with a second everyday meaning ("right", "nach", "alt") are left out.
"""

from __future__ import annotations

import functools
from typing import NamedTuple

from index.models import Language

_ENDINGS = ("", "e", "en", "er", "es", "em")

_AXES = """
rose/fell rises/falls rising/falling risen/fallen climbed/dropped climbs/drops | stieg/sank stiegen/sanken
  steigt/sinkt steigen/sinken gestiegen/gesunken kletterte/fiel kletterten/fielen
increased/decreased increases/decreases increase/decrease increasing/decreasing grew/shrank grows/shrinks
  growing/shrinking grown/shrunk growth/decline | erhöhte/verringerte erhöhten/verringerten erhöht/verringert
  erhöhen/verringern wuchs/schrumpfte wuchsen/schrumpften wächst/schrumpft wachsen/schrumpfen gewachsen/geschrumpft
  zunahm/abnahm zugenommen/abgenommen Anstieg/Rückgang Erhöhung/Verringerung Zunahme/Abnahme Wachstum/Schrumpfung
raised/lowered raises/lowers raise/lower raising/lowering | erhob/senkte anhob/senkte angehoben/gesenkt anheben/senken
won/lost wins/loses winning/losing winner/loser victory/defeat victories/defeats | gewann/verlor gewannen/verloren
  gewinnt/verliert gewinnen/verlieren gewonnen/verloren Gewinner/Verlierer Sieg/Niederlage Siege/Niederlagen
opened/closed opens/closes open/closed opening/closing | öffnete/schloss öffneten/schlossen öffnet/schließt
  öffnen/schließen geöffnet/geschlossen eröffnet/geschlossen offen/geschlossen
began/ended begins/ends begin/end beginning/end started/stopped starts/stops | begann/endete begannen/endeten
  beginnt/endet beginnen/enden begonnen/geendet Beginn/Ende Anfang/Ende
accepted/rejected accepts/rejects accept/reject accepting/rejecting approved/rejected | akzeptierte/verweigerte
  akzeptiert/verweigert akzeptieren/verweigern angenommen/abgelehnt annehmen/ablehnen Annahme/Ablehnung
  zugestimmt/widersprochen
allowed/forbidden allows/forbids allow/forbid permitted/prohibited legal/illegal | erlaubte/verbot erlaubten/verboten
  erlaubt/verboten erlauben/verbieten legal/illegal* legale/illegale legalen/illegalen
confirmed/denied confirms/denies confirm/deny confirming/denying | bestätigte/bestritt bestätigten/bestritten
  bestätigt/bestritten bestätigen/bestreiten
succeeded/failed succeeds/fails succeed/fail success/failure successful/unsuccessful successfully/unsuccessfully |
  erfolgreich*/erfolglos* Erfolg/Misserfolg gelang/misslang gelingt/misslingt gelungen/misslungen
arrived/departed arrives/departs arrive/depart arrival/departure | ankam/abfuhr angekommen/abgefahren
  ankommen/abfahren Ankunft/Abfahrt
remembered/forgot remembers/forgets remember/forget | erinnerte/vergaß erinnern/vergessen
bought/sold buys/sells buy/sell buying/selling buyer/seller | kaufte/verkaufte kauften/verkauften kauft/verkauft
  kaufen/verkaufen gekauft/verkauft Käufer/Verkäufer Kauf/Verkauf
supported/opposed supports/opposes support/oppose supporter/opponent supporters/opponents | unterstützte/bekämpfte
  unterstützt/bekämpft unterstützen/bekämpfen Befürworter/Gegner
attacked/defended attacks/defends attack/defend | angegriffen/verteidigt angreifen/verteidigen Angriff/Verteidigung
loved/hated loves/hates love/hate liked/disliked likes/dislikes | liebte/hasste liebten/hassten liebt/hasst
  lieben/hassen liebe/hasse geliebt/gehasst
lived/died lives/dies alive/dead born/killed birth/death | lebte/starb lebten/starben lebend/tot geboren/getötet
  Geburt/Tod
built/destroyed builds/destroys build/destroy | baute/zerstörte bauten/zerstörten gebaut/zerstört erbaut/zerstört
  bauen/zerstören errichtet/zerstört
created/abolished creates/abolishes founded/dissolved established/abolished | gegründet/aufgelöst gründete/zerschlug
  eingeführt/abgeschafft einführen/abschaffen
included/excluded includes/excludes include/exclude including/excluding | eingeschlossen/ausgeschlossen
  einschließlich/ausschließlich
strengthened/weakened strengthens/weakens strengthen/weaken stronger/weaker strong/weak strongest/weakest |
  stärkte/schwächte gestärkt/geschwächt stärken/schwächen stärker*/schwächer* stark*/schwach* stärkste/schwächste
  stärksten/schwächsten
improved/worsened improves/worsens improve/worsen improving/worsening improvement/deterioration |
  verbesserte/verschlechterte verbessert/verschlechtert verbessern/verschlechtern Verbesserung/Verschlechterung
extended/shortened extends/shortens extend/shorten longer/shorter longest/shortest long/short | verlängert/verkürzt
  verlängern/verkürzen länger*/kürzer* längste/kürzeste längsten/kürzesten lang*/kurz* lange/kurze langen/kurzen
more/less most/fewest many/few | mehr/weniger meisten/wenigsten viele/wenige vielen/wenigen vieler/weniger
higher/lower highest/lowest high/low | höher*/niedriger* höchste/niedrigste höchsten/niedrigsten hoch/niedrig
  hohe/niedrige hohen/niedrigen hoher/niedriger hohes/niedriges hohem/niedrigem
larger/smaller largest/smallest large/small bigger/smaller biggest/smallest big/small huge/tiny | größer*/kleiner*
  größte/kleinste größten/kleinsten größter/kleinster groß*/klein* riesig*/winzig*
better/worse best/worst good/bad | besser*/schlechter* beste/schlechteste besten/schlechtesten gut*/schlecht*
older/younger oldest/youngest | älter*/jünger* älteste/jüngste ältesten/jüngsten
faster/slower fastest/slowest quickly/slowly fast/slow quick/slow | schneller*/langsamer* schnellste/langsamste
  schnellsten/langsamsten schnell*/langsam*
earlier/later early/late earliest/latest | früher/später früh/spät frühe/späte frühen/späten früheste/späteste
  frühestens/spätestens
first/last | erste/letzte ersten/letzten erster/letzter erstes/letztes erstmals/letztmals
before/after | vorher/nachher bevor/nachdem davor/danach
northern/southern north/south northeast/southwest northwest/southeast | nördlich*/südlich* Norden/Süden
  Nordosten/Südwesten Nordwesten/Südosten
eastern/western east/west | östlich*/westlich* Osten/Westen
inside/outside internal/external indoors/outdoors | innerhalb/außerhalb drinnen/draußen intern*/extern*
above/below upper/lower up/down upstairs/downstairs | oberhalb/unterhalb oben/unten obere/untere oberen/unteren
public/private publicly/privately | öffentlich*/privat*
rich/poor richer/poorer richest/poorest wealthy/poor | reich*/arm* reicher/ärmer reichsten/ärmsten reichste/ärmste
warm/cold warmer/colder hot/cold hotter/colder | warm*/kalt* wärmer*/kälter* heiß*/kalt*
heavier/lighter | schwer*/leicht* schwerer/leichter
difficult/easy harder/easier | schwierig*/unproblematisch*
expensive/cheap | teuer/billig teure/billige teuren/billigen teurer/billiger
safe/dangerous safer/riskier | sicher*/gefährlich* ungefährlich*/gefährlich*
happy/unhappy happily/unhappily happier/unhappier | glücklich*/unglücklich* fröhlich*/traurig*
satisfied/dissatisfied | zufrieden*/unzufrieden*
possible/impossible | möglich*/unmöglich*
important/unimportant significant/insignificant | wichtig*/unwichtig* bedeutend*/unbedeutend*
necessary/unnecessary | notwendig*/überflüssig* nötig*/unnötig*
known/unknown famous/unknown | bekannt*/unbekannt* berühmt*/unbekannt*
true/false | wahr*/falsch* richtig*/falsch*
guilty/innocent | schuldig*/unschuldig*
full/empty | voll*/leer* volle/leere vollen/leeren
married/divorced | verheiratet*/geschieden*
positive/negative positively/negatively optimistic/pessimistic | positiv*/negativ* optimistisch*/pessimistisch*
active/inactive | aktiv*/inaktiv*
friend/enemy friends/enemies friendly/hostile | Freund/Feind Freunde/Feinde Freunden/Feinden freundlich*/feindlich*
male/female man/woman men/women | männlich*/weiblich* Mann/Frau Männer/Frauen Männern/Frauen
boy/girl boys/girls | Junge/Mädchen Jungs/Mädchen
brother/sister brothers/sisters son/daughter sons/daughters father/mother | Bruder/Schwester Brüder/Schwestern
  Sohn/Tochter Söhne/Töchter Vater/Mutter
husband/wife | Ehemann/Ehefrau
summer/winter | Sommer/Winter
profit/loss profits/losses surplus/deficit | Gewinn/Verlust Gewinne/Verluste Überschuss/Defizit
war/peace | Krieg/Frieden
majority/minority | Mehrheit/Minderheit
maximum/minimum | Maximum/Minimum maximal*/minimal* höchstens/mindestens
always/never usually/rarely often/seldom | immer/nie oft/selten häufig*/selten* meistens/selten
everything/nothing everyone/nobody everybody/nobody | alles/nichts jeder/niemand
presence/absence | anwesend*/abwesend* Anwesenheit/Abwesenheit
enabled/disabled enables/disables enable/disable | aktiviert/deaktiviert aktivieren/deaktivieren
encouraged/discouraged encourages/discourages encourage/discourage | ermutigt/entmutigt ermutigen/entmutigen
superior/inferior | überlegen*/unterlegen*
"""


class Meaning(NamedTuple):
    """A word's place among the opposites.

    Attributes:
        axis: number of the axis.
        side: 0 or 1.
        written: the word as it is written inside a sentence.
        opposite: the word of the same form on the other side.
    """

    axis: int
    side: int
    written: str
    opposite: str


@functools.cache
def opposites(language: Language) -> dict[str, Meaning]:
    """Each lower-case word that has an opposite; a word on several axes keeps the first."""
    table: dict[str, Meaning] = {}
    for axis, line in enumerate(_AXES.strip().replace("\n  ", " ").splitlines()):
        english, german = line.split(" | ")
        for pair in (german if language == "de" else english).split():
            for one, other in _forms(*pair.split("/")):
                table.setdefault(one.lower(), Meaning(axis, 0, one, other))
                table.setdefault(other.lower(), Meaning(axis, 1, other, one))
    return table


def _forms(one: str, other: str) -> list[tuple[str, str]]:
    if not one.endswith("*") or not other.endswith("*"):
        return [(one.rstrip("*"), other.rstrip("*"))]
    return [(one[:-1] + ending, other[:-1] + ending) for ending in _ENDINGS]
