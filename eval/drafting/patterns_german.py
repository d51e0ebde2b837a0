"""What German rules look for."""

from __future__ import annotations

import re

from eval.drafting.words import word_set

MONTH = r"(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)"
DATE = rf"(?:\d{{1,2}}\. {MONTH}(?: (?:19|20)\d\d)?|{MONTH} (?:19|20)\d\d)"
TIME_FRONT = re.compile(rf"(?:Am|Im|Im Jahr) (?P<when>{DATE}|(?:19|20)\d\d)$")
TIME_INSIDE = re.compile(rf"(?:^|(?<=\w) )(?:am|im|im Jahr) (?P<when>{DATE}|(?:19|20)\d\d)(?=\s|$)")
HELD_BY_NOUN = re.compile(
    r"(?:Treffen|Gipfel|Besuch|Wahl|Sitzung|Spiel|Angriff|Ausgabe|Reise|Finale|Konferenz|Gespräch|Sieg|Bericht|Urteil"
    r"|Beginn|Ende|Start|Unglück|Beben|Anschlag|Rede|Fassung|Gesetz|Vertrag|Zeit|Morgen|Abend|Nacht)e?s?n?$"
)
ANY_TIME = re.compile(
    rf" (?:am|im|im Jahr|seit|seit dem|ab|bis|um|gegen) (?:{DATE}|(?:19|20)\d\d|\d{{1,2}}[.:]\d\d Uhr)(?=\s|$)"
)
PLACE_FRONT = re.compile(r"In (?P<where>[A-ZÄÖÜ][\w-]+(?: [A-ZÄÖÜ][\w-]+)?)$")
ABOUT = r"(?:Rund|Etwa|Mehr als|Über|Knapp|Fast|Mindestens|Bis zu|Gut|Nahezu|Ungefähr|Insgesamt) "
NUMBER = (
    r"(?:\d[\d.,]*(?: (?:Mio\.|Mrd\.|Millionen|Milliarden))?"
    r"|[Zz]wei|[Dd]rei|[Vv]ier|[Ff]ünf|[Ss]echs|[Ss]ieben|[Aa]cht|[Nn]eun|[Zz]ehn|[Ee]lf|[Zz]wölf)"
)
COUNT = rf"(?P<number>{NUMBER}) (?P<noun>(?:[a-zäöüß]+e )?[A-ZÄÖÜ][\w-]+)"
COUNT_FRONT = re.compile(rf"^(?:{ABOUT})?{COUNT}(?P<tail>(?: [a-zäöü]{{2,5}} .*)?)$")
COUNT_OBJECT = re.compile(rf"^(?:{ABOUT.lower()})?{COUNT}(?P<tail>.*)$")
MONEY = re.compile(
    r"^(?:(?:rund|etwa|mehr als|über|knapp|fast|bis zu) )?"
    r"(?P<sum>\d[\d.,]*(?: (?:Mio\.|Mrd\.|Millionen|Milliarden))? (?:Euro|Dollar|Franken|Pfund|Cent))(?P<tail>.*)$"
)
LASTED = re.compile(
    rf"^(?:{ABOUT.lower()})?(?P<time>{NUMBER} (?:Sekunden|Minuten|Stunden|Tage|Wochen|Monate|Jahre))(?P<tail>.*)$"
)
UNCOUNTED = word_set(
    """
    Uhr Mal Prozent Grad Euro Dollar Pfund Franken Mio Mrd Januar Jahr Monat Tag Ende
    """
)
NO_SUBJECT = """
Den Dem Des Im In Am An Auf Bei Beim Mit Nach Vor Von Vom Zu Zum Zur Für Gegen Unter Über Aus Seit Während Laut
Um Durch Ohne Trotz Wegen Ob Wenn Als Wie Wo Was Wer Dass Auch So Dann Da Hier Dort Noch Nur Erst Doch Aber Und
Er Sie Es Ihm Ihn Ihr Man Beide Dies Diese Dieser Kein Keine Zwar Zudem Einen Einem Einer Ihre Seine Sein
Zwischen Neben Allein Damals Eigentlich Damit Somit Danach Später Bisher Insgesamt Trotzdem Gemeinsam Zuvor
"""
SUBJECT_FRONT = re.compile(
    rf"(?!(?:{'|'.join(NO_SUBJECT.split())})\b)"
    r"(?:(?P<article>Der|Die|Das|Ein|Eine) (?:[a-zäöüß-]+ )*)?[A-ZÄÖÜ][\w-]+"
    r"(?: (?:[A-ZÄÖÜ][\w-]+|der|des|von|in|aus|für|im|zwischen|und|mit|am|an|[a-zäöüß-]+(?:en|er|es)))*"
)
ROLE = re.compile(
    r"^(?P<name>[^,]{3,40}), "
    r"(?P<role>(?:der|die) (?:[a-zäöüß]+e ){0,2}[A-ZÄÖÜ][\w -]* (?:von|der|des|für) [^,]{3,60}), "
)
SMALL_FIRST = word_set(
    """
    Der Die Das Ein Eine Mehrere Viele Einige Rund Etwa Alle
    """
)
NEED_PARTICIPLE = word_set(
    """
    hat haben hatte hatten wurde wurden wird werden kann können konnte konnten muss müssen musste mussten soll
    sollen sollte sollten will wollen wollte wollten darf dürfen durfte durften
    """
)
ADVERBIAL_STARTS = word_set(
    """
    Am Im In Bei Beim Auf An Laut Nach Während Vor Zum Zur Seit Mit
    """
)
LONGEST_FRONT = 9
