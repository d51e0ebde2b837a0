"""Words that say what is wanted of a time: articles of it, or the newest or the oldest report."""

from __future__ import annotations

import functools
import re

from index.models import Language
from rag.dates.interpretation import Order
from rag.dates.rule import spaced

_ARTICLES: dict[Language, str] = {
    "de": r"(?:zeitungs)?artikeln?|meldung(?:en)?|(?:zeitungs|medien|presse)?berichten?|nachrichten|neuigkeiten"
    r"|schlagzeilen?|beitr(?:ag|äge|ägen)|ausgaben?|texten?|veröffentlichungen",
    "en": r"(?:news )?articles?|news(?: reports| stories| items)?|reports|headlines?|stories|coverage|dispatch(?:es)?"
    r"|texts?",
}
_LINK: dict[Language, str] = {
    "de": r"(?:,? (?:die|der|das|was))?(?: (?:wurden?|sind|ist|veröffentlicht|erschienen|stammend|datiert))*"
    r" ?(?:aus|vom|von|im|in|am|seit|ab|bis|vor|nach|zwischen|der|des|dem|den|diese[rnms]?)?"
    r"(?: (?:dem|der|den|jahre?|zeit))*",
    "en": r"(?:,? (?:that|which))?(?: (?:were|was|are|is|published|dated|written|printed|appeared|appearing|released))*"
    r" ?(?:of|from|in|on|since|until|before|after|between|during|by|dated)?(?: (?:the|year))*",
}
_PUBLISHED: dict[Language, str] = {
    "de": r"\b(?:veröffentlicht|erschienen|erschien|publiziert)\w*\b",
    "en": r"\b(?:published|printed)\b",
}
_REPORTS: dict[Language, str] = {
    "de": r"\b(?:was|worüber|wie) (?:schreib|schrieb|meldet|bericht)\w*\b"
    r"|\b(?:was|worüber) (?:wurde|wird|haben|hat)\b.*\b(?:berichtet|gemeldet|geschrieben|veröffentlicht)\b"
    r"|\bwas (?:stand|steht)\b.*\b(?:zeitung(?:en)?|zeitschriften|blatt|blättern|presse|nachrichten|archiv)\b",
    "en": r"\bwhat (?:did|do|does) (?:\w+ ){1,5}(?:write|report|publish)\b"
    r"|\bwhat (?:was|is|were|has been|had been) (?:\w+ ){0,2}(?:reported|written|published|printed)\b"
    r"|\bhow did (?:the )?(?:\w+ )?(?:papers?|press|media|newspapers?|news) (?:\w+ )?(?:report|cover)\b",
}
"""Questions for what was written, whatever it was about."""


def demands_articles(text: str, start: int, end: int, language: Language) -> bool:
    """Whether the words around an expression ask for articles of that very time: "Artikel vom Mai 2023"."""
    before = text[max(0, start - 80) : start]
    noun = rf"\b(?:{_ARTICLES[language]}){_LINK[language]}\s*$"
    if re.search(spaced(noun), before, re.IGNORECASE) is not None:
        return True
    has_noun = re.search(rf"\b(?:{_ARTICLES[language]})\b", text, re.IGNORECASE) is not None
    return has_noun and re.search(_PUBLISHED[language], text, re.IGNORECASE) is not None


def asks_for_reports(text: str, language: Language) -> bool:
    """Whether the question asks what was written or reported, so that its time is the reports' own, roughly."""
    return re.search(spaced(_REPORTS[language]), text, re.IGNORECASE) is not None


_REPORT = "meldung|bericht|angabe|zahl|nachricht|bilanz|schätzung"
_NEWEST: dict[Language, str] = {
    "de": r"zuletzt|aktuell(?:e[nmrs]?|st(?:e[nmrs]?)?)?|neueste[nmrs]?|derzeit|derzeitige[nmrs]?|momentan|kürzlich"
    rf"|jüngste[nmrs]? (?:stand|entwicklung|umfrage|{_REPORT})(?:en|e|n)?|letzte[nrs]? (?:stand|{_REPORT})(?:en|e|n)?",
    "en": r"latest|most recent(?:ly)?|newest|currently|up[- ]to[- ]date|recently|at the moment|right now"
    r"|last (?:known|reported|count)|(?<=the\s)current",
}
_OLDEST: dict[Language, str] = {
    "de": rf"(?:(?:aller)?erste|früheste|älteste)[nrs]? (?:artikel|{_REPORT})(?:en|e|n)?"
    r"|(?:zunächst|zuerst) (?:gemeldet|berichtet|berichteten)",
    "en": r"(?:first|earliest|initial|oldest) (?:reports?|articles?|news|estimates?|figures?)"
    r"|(?:first|initially) reported|reported at first",
}


def order_of(text: str, language: Language) -> tuple[Order, tuple[int, int]] | None:
    """The order that the question asks for, with the characters that say so; None if it asks for none, or for both."""
    newest, oldest = _orders(language)
    found: list[tuple[Order, re.Match[str]]] = []
    if match := newest.search(text):
        found.append(("newest", match))
    if match := oldest.search(text):
        found.append(("oldest", match))
    return (found[0][0], found[0][1].span()) if len(found) == 1 else None


@functools.cache
def _orders(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    newest, oldest = (spaced(rf"\b(?:{words[language]})\b") for words in (_NEWEST, _OLDEST))
    return re.compile(newest, re.IGNORECASE), re.compile(oldest, re.IGNORECASE)
