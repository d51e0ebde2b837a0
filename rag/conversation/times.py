"""Follow-ups that only name another time: "Und 2024?", "And in May?", "Und ein Jahr später?"."""

from __future__ import annotations

import re

from index.models import Language
from index.readings.moments import Moment, moments
from index.readings.words import MONTHS
from rag.conversation.anew import object_place
from rag.conversation.clause import read_clause
from rag.conversation.follow_up import FollowUp
from rag.conversation.tokens import capitalised, joined

_BEFORE = {
    "de": r"(?:\b(?:im|am|in|seit|ab|bis|vom|zum|um|des|dem|den|der|vor|nach)\s+)?"
    r"(?:\b(?:Jahr|Jahre|Jahres|Monat|Herbst|Sommer|Frühjahr|Frühling|Winter|Anfang|Mitte|Ende)\s+)?$",
    "en": r"(?:\b(?:in|on|since|by|until|from|during|before|after)\s+)?"
    r"(?:\b(?:the\s+)?(?:year|month|autumn|summer|spring|winter|fall|early|late|mid)\s+(?:of\s+)?)?$",
}
_SHIFTS: dict[Language, tuple[tuple[int, re.Pattern[str]], ...]] = {
    "de": (
        (
            1,
            re.compile(
                r"ein jahr (?:später|danach)|im (?:folgejahr|(?:nächsten|darauffolgenden) jahr|jahr (?:darauf|danach))",
                re.I,
            ),
        ),
        (-1, re.compile(r"(?:ein jahr (?:davor|zuvor|vorher|früher)|im (?:vorjahr|jahr (?:davor|zuvor)))", re.I)),
    ),
    "en": (
        (
            1,
            re.compile(
                r"(?:(?:a|one) year (?:later|after(?:wards)?)|(?:in )?the (?:following|next) year|the year after)", re.I
            ),
        ),
        (
            -1,
            re.compile(
                r"(?:(?:a|one) year (?:before|earlier)|(?:in )?the (?:previous|preceding) year|the year before)", re.I
            ),
        ),
    ),
}
_YEAR_ALONE = re.compile(r"(?:1[89]|20)\d{2}")


def by_time(follow: FollowUp) -> str | None:
    """The question before at the time that this one names; None when this one says more than a time."""
    if not follow.same_language:
        return None
    question = follow.context.question.rstrip()
    known = moments(question, follow.language)
    named = _named(follow, known)
    if named is None:
        return None
    dated = [moment for moment in known if moment.year or moment.month]
    if dated:
        return _replaced(question, dated, named, follow.language)
    return _added(question, named, follow.language)


def _named(follow: FollowUp, known: list[Moment]) -> str | None:
    """The time that the whole follow-up consists of, as it is to be said in the question; None when there is more."""
    body = follow.body
    for years, pattern in _SHIFTS[follow.language]:
        if pattern.fullmatch(body):
            year = next((moment.year for moment in known if moment.year), 0)
            return _in_year(str(year + years), follow.language) if year else body
    if _YEAR_ALONE.fullmatch(body):
        return _in_year(body, follow.language)
    found = moments(body, follow.language)
    month = next((name for name in MONTHS[follow.language] if re.search(rf"\b{name}\b", body)), None)
    start, end = (
        (found[0].start, found[0].end)
        if found
        else (body.find(month), body.find(month) + len(month))
        if month
        else (0, 0)
    )
    if end == 0 or body[end:].strip():
        return None
    lead = re.search(_BEFORE[follow.language], body[:start], re.IGNORECASE)
    if lead is None or body[: lead.start()].strip().lower() not in ("", "dann", "then", "auch"):
        return None
    said = body[lead.start() :].strip()
    named = found[0] if found else None
    if not lead[0].strip():
        said = f"{'im' if follow.language == 'de' else 'in'} {said}" if month and not re.match(r"\d", said) else said
    year = next((moment.year for moment in known if moment.year), 0)
    return f"{said} {year}" if month and year and not (named and named.year) else said


def _in_year(year: str, language: Language) -> str:
    return f"im Jahr {year}" if language == "de" else f"in {year}"


def _replaced(question: str, dated: list[Moment], named: str, language: Language) -> str:
    """The question with its first time exchanged and the others left out of it."""
    first = dated[0]
    lead = re.search(_BEFORE[language], question[: first.start], re.IGNORECASE)
    start = lead.start() if lead else first.start
    text = joined(question[:start], named, question[first.end :].lstrip())
    return capitalised(re.sub(r"\s+\?", "?", text))


def _added(question: str, named: str, language: Language) -> str:
    """The question with a time where it had none: in German before the next preposition or the end of the verb."""
    body = question.rstrip("?!. ")
    clause = read_clause(body, language)
    if clause is None or language == "en":
        return f"{body} {named}?"
    if clause.role == "subject" and not clause.rest:
        return f"{body} {named}?"
    place = object_place(clause.rest, language) if clause.rest else 0
    rest = joined(clause.rest[:place], named, clause.rest[place:])
    return capitalised(joined(clause.asked, clause.verb, rest)) + "?"
