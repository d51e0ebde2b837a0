"""What is contrary to what, by meaning: whatever says "rose" clashes with whatever says "fell", in both languages.

A line is a meaning, going on where the next one is indented: English words of one side, a slash, those of the other, a
bar, the same in German. `*` stands for any ending, `_` for words between the parts of a verb ("stimmte ... zu"). A line
that opens with `~` says the same of two in the opposite order ("A beat B", "B lost to A"), one with `+` has
prepositions. Words with a second everyday meaning are left out.
"""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from index.models import Language

_MEANINGS = """
rose rises rising risen climb* increas* grew grow grows growing grown growth rais* soar* jumped surged surging / fell
  falls falling fallen dropped dropping drops decreas* shrank shrink* shrunk lowered lowering lowers reduc* cut cuts
  sank sink* sunk slumped plunged dwindled halved | stieg* steig* gestiegen* ansteig* angestiegen* kletter* geklettert
  erhöh* wuchs wuchsen wächst wachs* gewachsen* zunahm* zugenommen nahm*_zu nimmt_zu zunehm* anheb* anzuheben aufstock*
  aufzustocken angehoben* hob_an hoben_an hebt_an zugelegt legt*_zu aufgestockt* Anstieg* Zunahme* Wachstum* / sank
  sanken sink* gesunken* fiel fielen fällt fallen gefallen* senk* gesenkt* verringer* schrumpf* geschrumpf* abgenommen
  nahm*_ab nimmt_ab abnehm* reduzier* kürz* gekürzt* zurückging* zurückgegangen* ging*_zurück geht_zurück gedrosselt*
  halbiert* Rückgang* Abnahme*
accept* approv* voted_for votes_for adopted adopts adopting agreed agrees backed backs endors* ratif* / reject* refus*
  turned_down turn_down turns_down voted_against vetoed veto* thrown_out threw_out | zustimm* zugestimmt* stimmt*_zu
  gebilligt* billig* genehmig* akzeptier* angenommen* nahm*_an nimmt_an verabschiedet* befürwort* ratifizier*
  stimmt*_für / abgelehnt* ablehn* lehnt*_ab lehnen_ab verwarf* verworfen* verweiger* zurückgewiesen* wies*_zurück
  weist_zurück ausgeschlagen schlug_aus abgeschmettert*
allow* permit* legal legalis* legaliz* authoris* authoriz* / forbid* forbade forbidden prohibit* bans banned banning
  outlaw* illegal | erlaub* gestatt* zugelassen* zulässig* legal* zuläss* / verbot verboten verbiet* untersag* illegal*
  unzulässig*
confirm* acknowledg* admitted admits conceded / denied denies deny denying disput* contradict* | bestätig* einräum*
  eingeräumt räumt*_ein zugegeben* gab_zu gibt_zu gesteht gestand* / bestritt* bestreit* dementier* leugn* geleugnet
  widersprach* widersprochen
succeed* success* managed / fail* unsuccessful* | erfolgreich* gelang* geling* geglückt* glückt* / scheiter*
  gescheitert* erfolglos* misslang* missling* misslungen* missglück* fehlgeschlagen* vergeblich*
open opens opened opening reopen* inaugurat* / close closes closed closing shut shuts | öffn* geöffnet* eröffn*
  wiedereröffn* offen offene offenen offenes offener / schloss* schließt schließ* geschlossen* schließen
begin begins began begun start* commenc* launched / end ends ended ending ceas* halted stopped conclud* finish* |
  begann* beginn* begonnen* startet* gestartet* angefangen* fing*_an fängt_an aufgenommen* nahm*_auf / enden endet*
  beend* geendet* aufgehört* hört*_auf eingestellt* stellt*_ein abgeschlossen*
remember* recall* / forgot forget forgets forgotten | erinner* / vergaß* vergess* vergisst
~bought buys buy buying purchas* acquir* takeover / sold sells sell selling sale divest* | kauft kaufte* kaufen gekauft*
  erwarb* erwirbt erwerb* erworben* übernahm* übernomm* / verkauf* veräußer*
support* favour* favor* backed backs championed / opposed opposes oppose objected resist* criticis* criticiz* |
  unterstütz* befürwort* / bekämpf* widersetz*
~attack* assault* / defend* | angegriffen* angreif* griff*_an greift_an attackier* / verteidig*
love* adore* liked likes / hate* disliked dislikes loath* | lieb* geliebt* mochte* / hass* gehasst* verabscheu*
survive* alive born birth living / died dies dead death kill* perish* | überleb* lebt lebte* lebend* geboren* Geburt* /
  starb* stirbt gestorben* getötet* tot tote toten tödlich* Tod
build builds built building put_together assembl* erect* construct* rebuilt / destroy* demolish* tore_down torn_down |
  baut* bauen gebaut* zusammengebaut* montier* erbaut* errichtet* aufgebaut* wiederaufgebaut* / zerstör* abgerissen*
  abreiß* riss*_ab abgetragen*
found founded founds establish* created creates introduc* set_up / dissolv* abolish* scrapp* disband* | gegründet*
  gründe* eingeführt* einführ* führt*_ein geschaffen* schuf* / aufgelöst* löst*_auf abgeschafft* abschaff* schafft*_ab
  abgeschaff*
includ* / exclud* without | eingeschlossen* einschließlich* inklusive / ausgeschlossen* ausschließ* schloss_aus
strengthen* stronger strong strongest reinforc* boost* / weaken* weaker weak weakest | stärk* gestärkt* stark* verstärk*
  / schwäch* geschwächt* schwach*
improv* better best / worsen* worse worst deteriorat* | verbesser* besser* beste besten bester bestes / verschlechter*
  schlechter* schlechtest* schlimmer* schlimmst*
extend* lengthen* prolong* longer longest long / shorten* shorter shortest curtail* short shortly | verlänger* länger*
  längste* lang lange langen langer langes ausgedehnt* / verkürz* kürzer* kürzest* kurz kurze kurzen kurzer kurzes
~more most / less fewer fewest least | mehr meiste meisten / weniger wenigst*
many numerous / few | viele vielen vieler zahlreich* / wenige wenigen
~higher highest high tallest / lower lowest low | höher* höchst* hoch hohe* / niedrig* tiefer* tiefst*
~larger largest large bigger biggest big huge great* giant / smaller smallest small tiny little | größer* größt* groß*
  riesig* / kleiner* kleinst* klein kleine kleinen kleines winzig*
good well excellent / bad badly poor* | gut gute guten guter gutes gutem / schlecht*
~older oldest / younger youngest | älter* älteste* / jünger* jüngst*
~faster fastest quick* rapid* fast / slower slowest slow* | schnell* rasch* / langsam*
~earlier earliest early beforehand previously / later latest late afterwards subsequently | früher früh frühe frühen
  frühest* zuvor vorher / spät später späte späten spätest* nachher danach hinterher
first / last | erste ersten erster erstes erstem erstmals erst / letzte letzten letzter letztes letztem letztmals
+before / after | bevor vor / nachdem nach
~north northern northeast* northwest* / south southern southeast* southwest* | Nord* nord* nördlich* / Süd* süd*
  südlich*
~east eastern / west western | Osten Ost* ost* östlich* / Westen West* west* westlich*
inside indoors internal / outside outdoors external | innerhalb drinnen intern* / außerhalb draußen extern*
+above over / below under | oberhalb über / unterhalb unter
public* / private* secret* confidential | öffentlich* / privat* geheim* vertraulich* nichtöffentlich*
rich richer richest wealthy / poor poorer poorest | reich reiche* reichen wohlhabend* / arm arme armen ärmer* ärmst*
warm warmer hot hotter hottest warmest / cold colder coldest cool* freezing | warm* wärmer* wärmst* heiß* / kalt*
  kälter* kältest* eisig*
~heavier heaviest heavy / lighter lightest light | schwer* schwerst* / leicht*
difficult* hard harder hardest / easy easily easier easiest simple | schwierig* schwer* / einfach* leicht* problemlos*
  mühelos*
expensive costly dear / cheap* inexpensive | teuer teure* teuren teurer / billig* günstig* preiswert*
safe safely safer safest / dangerous* riskier risky unsafe perilous | sicher* ungefährlich* / gefährlich* riskant*
happy happier happily glad joyful* cheerful / unhappy unhappier unhappily sad sadly | glücklich* fröhlich* froh /
  unglücklich* traurig*
satisfied content pleased / dissatisfied displeased | zufrieden* / unzufrieden*
possible possibly / impossible | möglich* / unmöglich* ausgeschlossen*
important significant / unimportant insignificant | wichtig* bedeutend* bedeutsam* / unwichtig* unbedeutend*
  bedeutungslos*
necessary needed / unnecessary superfluous needless | notwendig* nötig* erforderlich* / überflüssig* unnötig*
known famous well-known / unknown obscure | bekannt* berühmt* / unbekannt*
true / false untrue | wahr wahre wahren richtig* / falsch* unwahr*
guilty convicted / innocent acquitted | schuldig* verurteilt* / unschuldig* freigesprochen*
full crowded packed / empty | voll volle vollen voller / leer leere leeren leerer
married wed / divorced | verheiratet* / geschieden*
positive* optimistic* / negative* pessimistic* | positiv* optimistisch* zuversichtlich* / negativ* pessimistisch*
active / inactive | aktiv* / inaktiv*
~friend* ally allies / enemy enemies foe* rival* | Freund* Verbündete* / Feind* Gegner*
~man men male boy* / woman women female girl* | Mann Männer* Mannes männlich* Junge Jungen Jungs / Frau Frauen weiblich*
  Mädchen
~brother* son sons father* / sister* daughter* mother* | Bruder Bruders Brüder* Sohn Sohnes Söhne* Vater Vaters Väter* /
  Schwester* Tochter Töchter* Mutter Mütter*
~husband* / wife wives | Ehemann* / Ehefrau*
summer* / winter* | Sommer* / Winter*
profit* surplus* gain / loss losses deficit* | Gewinn Gewinne* Gewinns Überschuss* Überschüsse* / Verlust* Defizit*
war wars / peace* | Krieg* / Frieden*
majority majorities / minority minorities | Mehrheit* / Minderheit*
maximum at_most no_more_than / minimum at_least no_less_than no_fewer_than | Maximum maximal* höchstens / Minimum
  minimal* mindestens wenigstens
always constantly usually often frequently regularly / never rarely seldom | immer stets ständig oft häufig* meist*
  regelmäßig* / nie niemals selten*
everything everyone everybody all / nothing nobody none | alles jeder alle allen / nichts niemand niemanden keiner
present attended attends attend presence / absent absence stayed_away boycott* | anwesend* teilgenommen nahm*_teil
  nimmt_teil Anwesenheit / abwesend* fernblieb* ferngeblieben* blieb*_fern fehlte* Abwesenheit
enabl* activat* switched_on / disabl* deactivat* switched_off | aktivier* eingeschaltet* / deaktivier* abgeschaltet*
encourag* / discourag* | ermutig* ermuntert* / entmutig*
superior / inferior | überlegen* / unterlegen*
~won win wins winning winner* victory victories triumph* beat beats beating beaten defeats / lost lose loses losing
  loser* defeat | gewann* gewinnt gewinnen gewonnen* Gewinner* Sieg Siege Siegen Sieger* siegt* gesiegt besiegt* schlug
  schlugen geschlagen setzte*_durch durchgesetzt / verlor* verliert verlieren Verlierer* Niederlage* unterlag*
  unterliegt unterlegen
~arriv* landed came reached / depart* | ankam* angekommen* kam*_an kommt_an eintraf* eingetroffen* traf*_ein Ankunft /
  abfuhr* abgefahren* fuhr*_ab abreis* abgereist* reist*_ab verließ* verlässt verlassen Abfahrt
remain* stayed stays staying kept keeps / left leaves leaving resign* quit quits stepped_down | blieb blieben bleibt
  bleiben geblieben / zurückgetreten* trat*_zurück zurücktret* verließ* verlässt
"""


class Meaning(NamedTuple):
    """A meaning with two sides.

    Attributes:
        sides: what says the one, and what says the other, in each language.
        converse: whether either may say the same of two that are named in the opposite order.
        before_nouns: whether the words stand before nouns, of which a sentence has many.
    """

    sides: dict[Language, tuple[re.Pattern[str], re.Pattern[str]]]
    converse: bool
    before_nouns: bool


@functools.cache
def meanings() -> tuple[Meaning, ...]:
    """All meanings that have a contrary."""
    found = []
    for line in _MEANINGS.strip().replace("\n  ", " ").splitlines():
        english, german = line.lstrip("~+").split(" | ")
        sides: dict[Language, tuple[re.Pattern[str], re.Pattern[str]]] = {"en": _sides(english), "de": _sides(german)}
        found.append(Meaning(sides, line.startswith("~"), line.startswith("+")))
    return tuple(found)


def _sides(listed: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    one, other = listed.split(" / ")
    return _pattern(one), _pattern(other)


def _pattern(words: str) -> re.Pattern[str]:
    forms = (word.replace("*", r"\w*").replace("_", r"\b[^.;:]*?\b") for word in words.split())
    return re.compile(rf"\b(?:{'|'.join(forms)})\b")
