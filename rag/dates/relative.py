"""Expressions that mean something only on a given day: "gestern", "last month", "vor drei Wochen", "am Montag"."""

from __future__ import annotations

import functools
import re
from datetime import timedelta

from index.models import Language
from rag.dates.period import Period, month, months, shifted_month, week_of, year
from rag.dates.rule import Clock, Rule, rule
from rag.dates.words import COUNTS, MONTH_NUMBERS, SEASONS, WEEKDAY_NUMBERS, any_of

_FEW = {"hour": 24, "day": 7, "week": 4, "month": 3, "year": 3}
"""What "in den letzten Tagen" is taken for, in the unit named."""

_NOT_OF = r"(?! (?:of|des|der|vor|before)\b)"
"""Behind "die letzten Tage": then they are not the reader's last days."""


@functools.cache
def relative_rules(language: Language) -> tuple[Rule, ...]:
    """The rules of a language. Days, weeks and months counted from now are demanded: who says "last week" wants news.
    Years are not, for they are looked back on for years.
    """
    return _german() if language == "de" else _english()


def _german() -> tuple[Rule, ...]:
    last, this = r"(?:letzt|vergangen|vorig)e[mnrs]?", r"(?:diese[mnrs]?|laufenden)"
    weekday = rf"(?P<w>{any_of(WEEKDAY_NUMBERS['de'])})(?:morgen|vormittag|mittag|nachmittag|abend|nacht)?\b"
    count = rf"(?P<c>\d{{1,3}}|{any_of(COUNTS['de'])})"
    return (
        rule(r"\b(?:vor)?gestern\b|\bgestrige[nrs]?\b", _yesterday, demanded=True),
        rule(r"\bheute\b(?! noch\b)|\bheutige[nrs]?\b", _today, vague=True),
        rule(rf"\b(?P<k>{last}|{this}) (?P<u>woche|monats?)\b{_NOT_OF}", _named_unit, demanded=True),
        rule(rf"\b(?P<k>{last}|{this}) (?P<u>jahre?s?)\b{_NOT_OF}|\b(?P<u2>heuer)\b", _named_unit),
        rule(rf"\b(?P<k>{last}|{this}) wochenendes?\b", _weekend, demanded=True),
        rule(rf"\b{last} (?P<m>{any_of(MONTH_NUMBERS['de'])})\b(?!-)", _recent),
        rule(rf"\b{last} (?P<s>{any_of(SEASONS['de'])})s?\b(?!-)", _recent_season),
        rule(
            rf"\b(?:im|seit|diese[mnrs]?) (?P<s>{any_of(SEASONS['de'])})\b(?!-| (?:\d|des))", _recent_season, opens=True
        ),
        rule(rf"\b{last} {weekday}", _weekday, demanded=True),
        rule(rf"\b(?:am|seit|diesen) {weekday}(?!-){_NOT_OF}(?! nach\b)", _weekday, vague=True, opens=True),
        rule(rf"\bvor {count} (?P<u>stunde|tag|woche|monat)(?:en|e|n)?\b", _ago_recent, demanded=True),
        rule(rf"\bvor {count} (?P<u>jahr)(?:en|e)?\b", _ago_years),
        rule(
            rf"\b(?:letzte|vergangene)n (?:{count} )?(?P<u>stunde|tag|woche|monat)(?:en|e|n)\b{_NOT_OF}",
            _span,
            demanded=True,
        ),
        rule(rf"\b(?:letzte|vergangene)n (?:{count} )?(?P<u>jahr)(?:en|e)\b{_NOT_OF}", _span),
    )


def _english() -> tuple[Rule, ...]:
    weekday = rf"(?P<w>{any_of(WEEKDAY_NUMBERS['en'])})\b"
    count = rf"(?P<c>\d{{1,3}}|{any_of(COUNTS['en'])})"
    # "his last year in office", "the last week of the campaign" are not the reader's.
    own = r"(?<!his\s)(?<!her\s)(?<!its\s)(?<!their\s)(?<!the\s)(?<!['’]s\s)"
    return (
        rule(r"\b(?:the day before )?yesterday\b", _yesterday, demanded=True),
        rule(r"\btoday\b", _today, vague=True),
        rule(rf"\b{own}(?P<k>last|past|this) (?P<u>week|month)\b{_NOT_OF}", _named_unit, demanded=True),
        rule(rf"\b{own}(?P<k>last|past|this) (?P<u>year)\b{_NOT_OF}", _named_unit),
        rule(rf"\b{own}(?P<k>last|past|this) weekend\b", _weekend, demanded=True),
        rule(
            rf"\b{own}last (?P<m>{any_of(n for n in MONTH_NUMBERS['en'] if len(n) > 3 or n == 'may')})\b(?!['’])",
            _recent,
        ),
        rule(rf"\b{own}(?:last|past) (?P<s>{any_of(SEASONS['en'])})\b", _recent_season),
        rule(rf"\b(?:this|since) (?P<s>{any_of(SEASONS['en'])})\b(?! (?:\d|of))", _recent_season, opens=True),
        rule(rf"\b{own}(?:last|past) {weekday}", _weekday, demanded=True),
        rule(rf"\b(?:on|since|this) {weekday}{_NOT_OF}(?! after\b)", _weekday, vague=True, opens=True),
        rule(rf"\b{count} (?P<u>hour|day|week|month)s? ago\b", _ago_recent, demanded=True),
        rule(rf"\b{count} (?P<u>year)s? ago\b", _ago_years),
        rule(rf"\b(?:last|past) (?:{count} |few )?(?P<u>hour|day|week|month)s\b{_NOT_OF}", _span, demanded=True),
        rule(r"\bin the (?:last|past) (?P<u>week|month)\b(?! of)", _span_of_one, demanded=True),
        rule(rf"\b(?:last|past) (?:{count} |few )?(?P<u>year)s\b{_NOT_OF}", _span),
    )


def _yesterday(match: re.Match[str], clock: Clock) -> Period:
    back = 2 if match.group(0).lower().startswith(("vorgestern", "the day")) else 1
    then = clock.now - timedelta(days=back)
    return Period(then, then)


def _today(match: re.Match[str], clock: Clock) -> Period:
    del match
    return Period(clock.now, clock.now)


def _is_this(match: re.Match[str]) -> bool:
    return not match.groupdict().get("k") or match.group("k").lower().startswith(("this", "dies", "lauf"))


def _unit(match: re.Match[str]) -> str:
    written = (match.groupdict().get("u") or "jahr").lower()
    initials = {"s": "hour", "h": "hour", "t": "day", "d": "day", "w": "week", "m": "month", "j": "year", "y": "year"}
    return initials[written[0]]


def _named_unit(match: re.Match[str], clock: Clock) -> Period:
    """The week, month or year that it is, or the one before."""
    back = 0 if _is_this(match) else 1
    unit, now = _unit(match), clock.now
    if unit == "week":
        return week_of(now - timedelta(weeks=back))
    if unit == "month":
        first = shifted_month(now, -back)
        return month(first.year, first.month)
    return year(now.year - back)


def _weekend(match: re.Match[str], clock: Clock) -> Period:
    """Saturday and Sunday: of this week, or the last ones that are over or have begun."""
    if _is_this(match):
        saturday = week_of(clock.now).first
    else:
        saturday = week_of(clock.now - timedelta(days=6 if clock.now.weekday() == 6 else 7)).first
    if saturday is None:
        raise ValueError("a week has a first day")
    saturday += timedelta(days=5)
    return Period(saturday, saturday + timedelta(days=1))


def _recent(match: re.Match[str], clock: Clock) -> Period:
    """The most recent month of a name that is over or has begun: "last September"."""
    written = match.group("m").lower()
    number = MONTH_NUMBERS["de"].get(written) or MONTH_NUMBERS["en"][written]
    return month(clock.now.year - (number > clock.now.month), number)


def _recent_season(match: re.Match[str], clock: Clock) -> Period:
    name = match.group("s").lower()
    first = SEASONS["de"].get(name) or SEASONS["en"][name]
    near = clock.year_near(match.start())
    return months(near if near is not None else clock.now.year - (first > clock.now.month), first, 3)


def _weekday(match: re.Match[str], clock: Clock) -> Period:
    """The most recent one, which is not today if it is called the last."""
    name = match.group("w").lower()
    number = WEEKDAY_NUMBERS["de"][name] if name in WEEKDAY_NUMBERS["de"] else WEEKDAY_NUMBERS["en"][name]
    back = (clock.now.weekday() - number) % 7
    if back == 0 and match.group(0).lower().startswith(("l", "past", "verg", "vor")):
        back = 7
    then = clock.now - timedelta(days=back)
    return Period(then, then)


def _count(match: re.Match[str]) -> int:
    written = (match.groupdict().get("c") or "").lower()
    if not written:
        return _FEW[_unit(match)]
    return int(written) if written.isdigit() else COUNTS["de"].get(written) or COUNTS["en"][written]


def _days(unit: str, count: int) -> int:
    """So many hours, begun days; days; or weeks, in days."""
    return {"hour": -(-count // 24), "day": count, "week": 7 * count}[unit]


def _ago_recent(match: re.Match[str], clock: Clock) -> Period:
    """So many days, weeks or months ago, give or take half of one such unit."""
    unit, count, now = _unit(match), _count(match), clock.now
    if unit in ("hour", "day"):
        then = now - timedelta(days=_days(unit, count))
        return Period(then, then)
    if unit == "week":
        return week_of(now - timedelta(weeks=count))
    first = shifted_month(now, -count)
    return month(first.year, first.month)


def _ago_years(match: re.Match[str], clock: Clock) -> Period:
    return year(clock.now.year - _count(match))


def _span(match: re.Match[str], clock: Clock) -> Period:
    """The last so many days, weeks, months or years, today included."""
    unit, count, now = _unit(match), _count(match), clock.now
    if unit in ("hour", "day", "week"):
        return Period(now - timedelta(days=_days(unit, count)), now)
    return Period(shifted_month(now, -count * (12 if unit == "year" else 1)).replace(day=min(now.day, 28)), now)


def _span_of_one(match: re.Match[str], clock: Clock) -> Period:
    back = timedelta(days=7) if _unit(match) == "week" else timedelta(days=31)
    return Period(clock.now - back, clock.now)
