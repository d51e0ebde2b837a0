"""Whether a sentence holds a thing of the kind asked for, and where: dates, quantities, people, places, reasons."""

from __future__ import annotations

import re

from rag.answering.question_words import AnswerType

_MONTHS = (
    "januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember"
    "|january|february|march|may|june|july|october|december"
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
_NAME = r"[A-ZÄÖÜ][a-zäöüß]+(?:[-\s](?:von |van |de |bin |al-)?[A-ZÄÖÜ][\w-]+)+"

_PATTERNS: dict[AnswerType, re.Pattern[str]] = {
    "time": re.compile(
        rf"(?i:\b\d{{1,2}}\. ?(?:{_MONTHS})(?: \d{{4}})?|\b(?:{_MONTHS}) \d{{1,2}}(?:, \d{{4}})?\b"
        rf"|\b(?:{_MONTHS})(?: \d{{4}})?\b|\b\d{{1,2}}\.\d{{1,2}}\.\d{{2,4}}\b"
        rf"|\b(?:{_DAYS})(?:morgen|abend|nachmittag)?s?\b|\b(?:19|20)\d{{2}}\b"
        r"|\b\d{1,2}(?:[:.]\d{2})? ?(?:uhr|a\.m\.|p\.m\.)"
        r"|\b(?:gestern|heute|morgen|vorgestern|yesterday|today|tomorrow)\b"
        r"|\b(?:letzte|vergangene|kommende|nächste)[nmrs]? (?:woche|monat|jahr)\b"
        r"|\b(?:last|next) (?:week|month|year)\b)"
    ),
    "quantity": re.compile(
        rf"(?:{_NUMBER})(?:\s?(?:Mio\.|Mrd\.|%|[A-ZÄÖÜa-zäöü€$]+))?|(?i:\b(?:{_COUNT_WORDS})\b(?:\s\w+)?)"
    ),
    "person": re.compile(_NAME),
    "place": re.compile(
        r"\b(?:in|im|nach|aus|am|auf|bei|vor|at|from|to|near|on|of|der|the)\s(?:(?:der|dem|the|den)\s)?(?:\w+en\s)?"
        r"[A-ZÄÖÜ][\wäöüß-]+(?:\s(?:am|an der|on)?\s?[A-ZÄÖÜ][\w-]+)*"
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
    return [match.span() for match in pattern.finditer(text)] if pattern else []
