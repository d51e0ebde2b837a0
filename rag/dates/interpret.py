"""Read what a question says about time.

Own rules instead of a library: `docs/decisions.md` says why.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from index.models import Language
from rag.dates.absolute import absolute_rules, years_named
from rag.dates.bounds import join_ranges, open_range
from rag.dates.interpretation import NOTHING, Interpretation
from rag.dates.relative import relative_rules
from rag.dates.rule import Clock, Found, longest
from rag.dates.wording import asks_for_reports, demands_articles, order_of
from rag.dates.words import MONTH_NUMBERS, SEASONS, WEEKDAY_NUMBERS, any_of


def interpret(text: str, language: Language, now: date) -> Interpretation:
    """Read the times that a question names, whether it demands them, and the order of reports that it asks for.

    A time is demanded, and restricts the search, where the question speaks of publication ("articles from May 2023",
    "Was schrieben die Zeitungen im Mai 2023?") or counts days, weeks or months from now ("last week", "gestern"). Any
    other is when something happened, which later articles may tell as well: it is preferred, and hides nothing.

    Args:
        text: the question.
        language: the one it is asked in; where that one's words say nothing, the other one's are tried.
        now: the day that relative expressions count from; a month without a year is the last one not after it.
    """
    other: Language = "en" if language == "de" else "de"
    return _read(text, language, now) or _read(text, other, now)


def _read(text: str, language: Language, now: date) -> Interpretation:
    found = _expressions(text, language, Clock(now, years_named(text)))
    order = order_of(text, language)
    if not found and order is None:
        return NOTHING
    exact = any(demands_articles(text, one.start, one.end, language) for one in found)
    reports = asks_for_reports(text, language)
    wanted = [one for one in found if one.demanded] or found
    return Interpretation(
        periods=tuple(one.period for one in wanted),
        demanded=bool(found) and (exact or reports or any(one.demanded for one in found)),
        exact=exact,
        order=order[0] if order is not None else None,
        places=tuple((one.start, one.end) for one in found),
        order_place=order[1] if order is not None else None,
    )


def _expressions(text: str, language: Language, clock: Clock) -> list[Found]:
    """The expressions of time in a text, ranges joined and opened; vague ones only where there is nothing else."""
    if _MAY_SPEAK_OF_TIME.search(text) is None:
        return []
    rules = (*absolute_rules(language), *relative_rules(language))
    found = longest(one for rule in rules for one in rule.find(text, clock))
    if any(not one.vague for one in found):
        found = [one for one in found if not one.vague]
    joined = join_ranges(text, found, language)
    singles = {(one.start, one.end) for one in found}
    opened = [open_range(text, one, language) if (one.start, one.end) in singles else one for one in joined]
    return [replace(one, demanded=one.demanded and _is_past(one, clock.now)) for one in opened]


_MAY_SPEAK_OF_TIME = re.compile(
    r"\d|gestern|gestrig|heut|heuer|wochenend|weekend|today|yesterday|stunde|hour|tag|day|woche|week|monat|month|jahr|year|"
    + any_of(
        {word for table in (MONTH_NUMBERS, WEEKDAY_NUMBERS, SEASONS) for words in table.values() for word in words}
    ),
    re.IGNORECASE,
)
"""No expression is without one of these: most questions are done with at once."""


def _is_past(found: Found, now: date) -> bool:
    """Whether a time has begun: nothing was published in one that lies ahead."""
    return found.period.first is None or found.period.first <= now
