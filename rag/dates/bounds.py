"""What stands before an expression and makes a range of it: "seit", "before", "zwischen … und"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from index.models import Language
from rag.dates.period import Period, hull
from rag.dates.rule import Found, spaced

_ARTICLE: dict[Language, str] = {"de": r"(?: (?:dem|den|zum|zur|einschließlich))*", "en": r"(?: the)?"}
_TAKES_ARTICLE = re.compile(
    r"\d\d?(?:\.|st|nd|rd|th|\s)|jahre?\s|year\s|anfang|mitte|ende?\s|beginning|start|middle|\w+\s+(?:quar|half|halb)",
    re.IGNORECASE,
)
"""What an article may stand before and still be the date itself: "vor dem 1. Mai", but "before the 2019 election"."""

_OPENERS: dict[Language, dict[str, str]] = {
    "de": {"from": "seit|ab", "to": "bis", "before": "vor", "after": "nach"},
    "en": {
        "from": "since|starting|starting in|starting from|as of|from",
        "to": "until|till|up to|by|through",
        "before": "before|prior to|ahead of",
        "after": "after|following",
    },
}
_JOIN: dict[Language, str] = {
    "de": r" ?(?:bis(?: zum| zur)?|[-–]) ?",
    "en": r" ?(?:to|until|till|through|thru|[-–]) ?(?:the )?",
}
_AND: dict[Language, str] = {"de": r" und(?: dem| zum)? ", "en": r" and (?:the )?"}
_BETWEEN: dict[Language, str] = {"de": r"\bzwischen(?: dem)? $", "en": r"\bbetween (?:the )?$"}
_FROM: dict[Language, str] = {"de": r"\b(?:vom|von)(?: jahr| anfang)? $", "en": r"\bfrom (?:the )?$"}


def join_ranges(text: str, found: Sequence[Found], language: Language) -> list[Found]:
    """Make one of each two expressions that a range is written with: "von 2019 bis 2021", "between May and July"."""
    joined: list[Found] = []
    for one in found:
        other = joined[-1] if joined else None
        if other is not None and _are_range(text, other, one, language):
            joined[-1] = _range(text, other, one, language)
        else:
            joined.append(one)
    return joined


def _are_range(text: str, first: Found, second: Found, language: Language) -> bool:
    between = text[first.end : second.start]
    if _matches(_JOIN[language], between):
        return True
    return _matches(_AND[language], between) and _opener(_BETWEEN[language], text, first.start) is not None


def _range(text: str, first: Found, second: Found, language: Language) -> Found:
    start = first.start
    for pattern in (_BETWEEN[language], _FROM[language]):
        opener = _opener(pattern, text, start)
        if opener is not None:
            start = opener
            break
    period = hull([first.period, second.period])
    return Found(start, second.end, period, first.demanded or second.demanded)


def open_range(text: str, found: Found, language: Language) -> Found:
    """Open an expression at one end if a word directly before it says so: "since June 2023", "vor dem 1. Mai"."""
    first, last = found.period.first, found.period.last
    article = _ARTICLE[language] if _TAKES_ARTICLE.match(text, found.start) else ""
    for kind, words in _OPENERS[language].items():
        start = _opener(rf"(?<![\w-])(?:{words}){article} $", text, found.start)
        if start is None or (
            kind == "from" and text[start : start + 4].lower() == "from" and not _goes_on(text, found)
        ):
            continue
        period = _opened(kind, first, last)
        return replace(found, start=start, period=period) if period is not None else found
    if not found.opens:
        return found
    written = text[found.start : found.end].lower().split()[0]
    for kind, words in _OPENERS[language].items():
        if written in words.split("|"):
            period = _opened(kind, first, last)
            return replace(found, period=period) if period is not None else found
    return found


def _opened(kind: str, first: date | None, last: date | None) -> Period | None:
    """The range that a word makes of a period with two ends; None at the calendar's own ends."""
    if first is None or last is None:
        return None
    if kind == "from":
        return Period(first, None)
    if kind == "to":
        return Period(None, last)
    if kind == "before":
        return Period(None, first - timedelta(days=1)) if first > date.min else None
    return Period(last + timedelta(days=1), None) if last < date.max else None


def _goes_on(text: str, found: Found) -> bool:
    """Whether "from" opens a range: "from May 2023 on", not "a photo from May 2023"."""
    return re.match(r"\s+(?:on(?=\W*$|,)|onwards?\b|and later\b)", text[found.end :], re.IGNORECASE) is not None


def _matches(pattern: str, text: str) -> bool:
    return re.fullmatch(spaced(pattern), text, re.IGNORECASE) is not None


def _opener(pattern: str, text: str, end: int) -> int | None:
    """Where a pattern begins that ends at a place of the text."""
    start = max(0, end - 40)
    match = re.search(spaced(pattern), text[start:end], re.IGNORECASE)
    return start + match.start() if match else None
