"""What one does to another in the news, in both languages: verbs of one deed, in the forms that they are written in.

A line is a deed: English before the bar, German after it. Irregular forms are listed where a stemmer does not lead
from one to the other; verbs that say the same from the other side ("lost to") stand with those of their deed, because
`rag.support.relations.voice` turns the roles for them, and nouns for it ("a warning"). Not listed: verbs with a second
everyday meaning.
"""

from __future__ import annotations

import functools

from index.models import Language

_DEEDS = """
beat beats beaten beating defeat defeats defeated defeating overcame thrashed win wins won winning lose loses lost
  losing victory over triumph edged | schlug schlugen schlägt schlagen geschlagen besiegt besiegte besiegten bezwang
  bezwangen bezwungen gewann gewannen gewinnt gewonnen verlor verloren verliert verlieren unterlag unterlagen unterliegt
  unterlegen scheiterte scheitert scheitern gescheitert siegte siegten siegt gesiegt Sieg
sue sues sued suing lawsuit | verklagt verklagte verklagten verklagen klagt klagte Klage
give gives gave given giving hand hands handed handing present presented receive receives received got gets gift donated
  donates | gab gaben gibt geben gegeben übergab übergaben übergibt übergeben überreicht überreichte überreichen
  schenkte geschenkt erhielt erhielten erhält erhalten bekam bekommt bekommen Geschenk
sell sells sold selling buy buys bought buying acquire acquires acquired | verkauft verkaufte verkauften verkaufen kauft
  kaufte kauften kaufen gekauft erwarb erwirbt erwerben erworben
lend lends lent lending borrow borrows borrowed borrowing loan | leiht lieh leihen geliehen verlieh verleiht verliehen
  ausgeliehen Darlehen Kredit
accuse accuses accused accusing accusation accusations allegations blamed blames blame | wirft warf werfen vorgeworfen
  vorwirft vorwarf beschuldigt beschuldigte bezichtigt bezichtigte Vorwürfe Vorwurf Beschuldigung
praise praises praised praising lauded | lobt lobte lobten loben gelobt Lob würdigte würdigt
criticise criticises criticised criticize criticizes criticized criticising criticizing criticism | kritisiert
  kritisierte kritisierten kritisieren Kritik
reprimand reprimands reprimanded rebuke rebuked | rügt rügte rügen gerügt
warn warns warned warning warnings | warnt warnte warnten warnen gewarnt Warnung Warnungen
threaten threatens threatened | droht drohte drohten drohen gedroht bedroht bedrohte
inform informs informed informing brief briefs briefed briefing notified | informiert informierte informierten
  informieren unterrichtet unterrichtete unterrichten
tell tells told telling assure assures assured assuring | versicherte versichert versichern versicherten mitgeteilt
promise promises promised promising pledged | verspricht versprach versprachen versprechen versprochen
thank thanks thanked thanking gratitude grateful | dankt dankte dankten danken gedankt bedankt bedankte Dank Dankes
  dankbar
congratulate congratulates congratulated congratulations | gratuliert gratulierte gratulierten gratulieren Glückwünsche
  Glückwunsch
invite invites invited inviting invitation | lädt lud luden eingeladen einlud Einladung
visit visits visited visiting host hosts hosted | besucht besuchte besuchten besuchen Besuch
welcome welcomes welcomed greeted receive receives received receiving | empfing empfingen empfängt empfangen begrüßt
  begrüßte begrüßten begrüßen
meet meets met meeting | traf trafen trifft treffen getroffen
lead leads led leading guided showed shown shows | führt führte führten führen geführt zeigte zeigt gezeigt
accompany accompanies accompanied escorted | begleitet begleitete begleiteten begleiten
succeed succeeds succeeded replace replaces replaced replacing successor predecessor | löst löste abgelöst ablöst
  ablöste ersetzt ersetzte ersetzen Nachfolger Nachfolgerin Vorgänger Vorgängerin nachfolgt
follow follows followed following | folgt folgte folgten folgen gefolgt
overtake overtakes overtook overtaken | überholt überholte überholten überholen
undercut undercuts beat bettered broke | unterbot unterbietet unterboten
dismiss dismisses dismissed sack sacks sacked fire fires fired | entlässt entließ entließen entlassen feuerte gefeuert
hire hires hired hiring appoint appoints appointed | stellte eingestellt einstellte ernannt ernannte ernennt
demote demotes demoted | herabgestuft herabstufte degradiert degradierte
arrest arrests arrested detain detains detained | verhaftet verhaftete verhafteten verhaften festgenommen Festnahme
report reports reported | angezeigt anzeigt anzeigte
betray betrays betrayed | verrät verriet verraten
kill kills killed killing murder murders murdered | tötet tötete töteten töten getötet ermordet ermordete
injure injures injured wound wounded | verletzt verletzte verletzten verletzen
attack attacks attacked attacking | greift griff griffen angegriffen angreift attackiert attackierte Angriff
save saves saved rescue rescues rescued | rettet rettete retteten retten gerettet
free frees freed release releases released | befreit befreite befreiten freigelassen
support supports supported supporting back backs backed | unterstützt unterstützte unterstützten unterstützen
  Unterstützung
ask asks asked asking request requests requested | bittet bat baten bitten gebeten
demand demands demanded demanding | fordert forderte forderten fordern gefordert verlangt verlangte verlangten
teach teaches taught teaching | lehrt lehrte unterrichtet unterrichtete
employ employs employed employing | beschäftigt beschäftigte angestellt
pay pays paid paying | zahlt zahlte zahlten zahlen gezahlt bezahlt bezahlte
owe owes owed owing | schuldet schuldete schulden
bribe bribes bribed bribing | besticht bestach bestochen
persuade persuades persuaded convince convinces convinced | überzeugt überzeugte überzeugten überredet überredete
marry marries married | heiratet heiratete geheiratet
crown crowns crowned | krönt krönte gekrönt
extradite extradites extradited | ausgeliefert auslieferte
supply supplies supplied deliver delivers delivered | liefert lieferte lieferten liefern geliefert beliefert
save saves saved parry parried hold held | hielt gehalten pariert parierte
more | mehr
less fewer | weniger
older | älter
younger | jünger
bigger larger | größer
smaller | kleiner
higher | höher
lower | niedriger
longer | länger
shorter | kürzer
faster | schneller
slower | langsamer
earlier before ahead | früher vor
later after behind | später nach hinter
"""


@functools.cache
def deeds(language: Language) -> dict[str, frozenset[int]]:
    """The deeds that each lower-case word may name, by number; the numbers are the same in both languages."""
    table: dict[str, set[int]] = {}
    for number, line in enumerate(_DEEDS.strip().replace("\n  ", " ").splitlines()):
        english, german = line.split("|")
        for word in (german if language == "de" else english).split():
            table.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in table.items()}
