"""What the columns of a spreadsheet are called, in German and in English."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, get_args

Column = Literal[
    "id", "question", "language", "answers", "articles", "quotes", "answerable", "now", "type", "tags", "about", "note"
]

_NAMES: dict[Column, str] = {
    "id": "id nr nummer number no kennung key",
    "question": "question frage query fragetext questions fragen",
    "language": "language sprache lang",
    "answers": "answer answers antwort antworten loesung solution expected erwartet richtigeantwort goldanswer",
    "articles": "article articles artikel articleid articleids artikelid artikelids dokument document quelle titel",
    "quotes": "evidence quote quotes beleg belege zitat zitate belegstelle textstelle fundstelle passage",
    "answerable": "answerable beantwortbar imarchiv inarchive",
    "now": "now asof stand stichtag gefragtam askedon",
    "type": "type typ art fragetyp questiontype kategorie category",
    "tags": "tags tag schlagworte schlagwoerter stichworte labels",
    "about": "about nahe naheartikel near thema",
    "note": "note notes notiz bemerkung kommentar comment remark",
}
COLUMN_OF: dict[str, Column] = {name: column for column in get_args(Column) for name in _NAMES[column].split()}


def column_of(heading: str) -> Column | None:
    """The column that a heading names, however it is written: "Frage", "FRAGE:", "Article-ID"; None for another."""
    plain = heading.strip().lower()
    for umlaut, letters in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        plain = plain.replace(umlaut, letters)
    plain = re.sub(r"\(.*?\)|[^a-z]", "", plain)
    return COLUMN_OF.get(plain)


def known(headings: Sequence[str]) -> int:
    """How many of the headings name a column."""
    return sum(column_of(heading) is not None for heading in headings)
