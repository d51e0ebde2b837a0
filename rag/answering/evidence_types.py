"""Whether a sentence holds a thing of the kind asked for, and where: dates, quantities, people, places, reasons."""

from __future__ import annotations

import re

from index.keywords.stop_words import STOP_WORDS
from rag.answering.question_words import AnswerType

# Case matters: "may" and "march" are verbs.
_MONTHS = (
    "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
    "|January|February|March|May|June|July|October|December"
)
_DAYS = (
    "montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag"
    "|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
)
_NUMBER = r"\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+(?:[.,]\d+)?|\d+(?:[.,:]\d+)?"
_COUNT_WORDS = (
    "zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|dreißig|fünfzig|hundert|tausend|dutzende?n?|hunderte?"
    "|tausende?|millionen|milliarden|siebente|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty"
    "|fifty|hundreds?|thousands?|dozens?|millions?|billions?|half|hälfte|einmal|zweimal|once|twice"
)
_SCALE = r"Mio\.|Mrd\.|Millionen|Million|Milliarden|Milliarde|million|billion|trillion"
_CAPITAL = "A-ZÀ-ÖØ-ÞČĆĐĞİŁŃŐŘŚŠŞŤŮŰŹŻŽ"
_FUNCTION_WORD = rf"(?i:{'|'.join(map(re.escape, sorted(STOP_WORDS['de'] | STOP_WORDS['en'])))})\b"
# A sentence's first word has a capital without being a name.
_OPENER = r"(?:Der|Die|Das|Dem|Den|Des|Eine?|Einen|I[mn]|A[mn]|Auf|Aus|Bei|Nach|Mit|Von|Vor|Für|The|At?|On|By|For)\b"
_NO_DATE = rf"(?!(?:{_MONTHS})\b|(?i:{_DAYS}))"
_PARTICLE = "(?:von |van |de |bin |al-)?"

_PATTERNS: dict[AnswerType, re.Pattern[str]] = {
    "time": re.compile(
        rf"\b\d{{1,2}}\. ?(?:{_MONTHS})\b(?: \d{{4}})?|\b(?:{_MONTHS}) \d{{1,2}}(?:, \d{{4}})?\b"
        rf"|\b(?:\d{{1,2}} )?(?:{_MONTHS})\b(?: \d{{4}})?|\b\d{{1,2}}\.\d{{1,2}}\.\d{{2,4}}\b"
        rf"|(?i:\b(?:{_DAYS})(?:morgen|abend|nachmittag)?s?\b|\b\d{{1,2}}(?:[:.]\d{{2}})? ?(?:uhr\b|a\.m\.|p\.m\.)"
        r"|\b(?:gestern|heute|morgen|vorgestern|yesterday|today|tomorrow)\b"
        r"|\b(?:letzte|vergangene|kommende|nächste)[nmrs]? (?:woche|monat|jahr)\b"
        r"|\b(?:last|next) (?:week|month|year)\b)|\b(?:19|20)\d{2}\b"
    ),
    "quantity": re.compile(
        # Not the 57 of "Su-57", nor a digit inside a word.
        rf"(?<!\w)(?<![^\W\d_]-)[€$£]?(?:{_NUMBER})(?:\s?(?:{_SCALE})(?!\w))?"
        rf"(?:\s?(?:[%€$£]|(?!{_FUNCTION_WORD})[^\W\d_]+))?"
        rf"|(?i:\b(?:{_COUNT_WORDS})\b(?:\s(?!{_FUNCTION_WORD})\w+)?)"
    ),
    "person": re.compile(rf"(?<!\w)(?!{_OPENER})[{_CAPITAL}][^\W\d_]+(?:[-\s]{_PARTICLE}[{_CAPITAL}](?:[\w-]*\w)?)+"),
    "place": re.compile(
        r"\b(?:in|im|nach|aus|am|auf|bei|vor|at|from|to|near|on|of)\s(?:(?:der|dem|the|den)\s)?(?:\w+en\s)?"
        rf"{_NO_DATE}[{_CAPITAL}](?:[\w-]*\w)?(?:\s(?:am|an der|on)?\s?{_NO_DATE}[{_CAPITAL}](?:[\w-]*\w)?)*"
    ),
    "reason": re.compile(
        r"\b(?i:weil|denn|da|damit|um|wegen|aufgrund|deshalb|daher|deswegen|angesichts|trotz|because|since|due to"
        r"|owing to|in order to|so that|after|nachdem|reason|grund)\b"
    ),
}


def evidence_spans(text: str, kind: AnswerType) -> list[tuple[int, int]]:
    """Where a sentence holds things of a kind.

    Returns:
        (start, end) in `text`, in order; always empty for "other", which any sentence may answer.
    """
    pattern = _PATTERNS.get(kind)
    spans = [match.span() for match in pattern.finditer(text)] if pattern else []
    if kind != "quantity":
        return spans
    dates = [match.span() for match in _PATTERNS["time"].finditer(text)]
    return [(start, end) for start, end in spans if not any(start < d[1] and d[0] < end for d in dates)]
