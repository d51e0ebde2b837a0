"""What stands at the opening of a news text before the story begins: datelines, bylines, "Stand: 14.09.2023"."""

from __future__ import annotations

import re
from itertools import islice

from index.dates import parse_published

# "ZIOLKOWSKI (dpa-AFX) - ", "Berlin/Moskau (dpa) – ", "SEOUL, South Korea (AP) — ", "MOSCOW, Sept 13 (Reuters) - "
_WITH_AGENCY = (
    r"[A-ZÄÖÜ][^()\n:.!?]{1,50}?(?:\.[^()\n:!?]{1,20})?\s?\((?=[^()\n]*[A-Za-z])[^()\n]{2,40}\)\s*(?:[-–—]+|:)\s+"
)
# "SEOUL: ", "WASHINGTON — ", "TEL AVIV, Israel — "; at least five capitals, so that "NATO: " stays
_CAPITALS = r"[A-ZÄÖÜ][A-ZÄÖÜß'’./ -]{3,38}[A-ZÄÖÜß](?:, [A-Z][\w. ]{1,25})?\s?(?::|[–—]|\s--?)\s+"
_DATELINE = re.compile(f"(?:{_WITH_AGENCY}|{_CAPITALS})")

# "Von Max Muster und Eva Muster, Berlin", "By Jane Doe": names only, unlike "Von Freiburg nach Basel"
_BYLINE = re.compile(r"(?:Von|By|VON|BY)(?:,? (?:[A-ZÄÖÜ][\w.'’-]*|und|and|in|de|van|von))+,?")

_LABEL = r"(?:Stand|Aktualisiert|Veröffentlicht|Published|Updated|Last updated)(?: am| on)?:?"
_DAY = (
    r"(?:(?P<day>\d{1,2})\.? ?(?:(?P<month>\d{1,2})\.|(?P<name>[A-Za-zä]{3,9})\.?) ?(?P<year>\d{4})"
    r"|(?P<name2>[A-Za-z]{3,9})\.? (?P<day2>\d{1,2}),? (?P<year2>\d{4})"
    r"|(?P<iso>\d{4}-\d{2}-\d{2}))"
)
_TIME = r"(?:,?(?: um| at)? ?\d{1,2}[:.]\d{2}(?::\d{2})?)?(?: ?(?:Uhr|[ap]\.?m\.?|[A-Z]{2,4}))?"
_STATED = re.compile(rf"(?:^|(?<=\s)){_LABEL} {_DAY}{_TIME}$")
_LINES_OF_OPENING = 4

_MONTHS = {"jan": 1, "jän": 1, "feb": 2, "mar": 3, "mär": 3, "apr": 4, "mai": 5, "may": 5, "jun": 6, "jul": 7}
_MONTHS |= {"aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "dez": 12, "dec": 12}


def without_dateline(line: str) -> str:
    """The line without the place and agency before its first sentence."""
    return _DATELINE.sub("", line, count=1) if _DATELINE.match(line) else line


def has_dateline(line: str) -> bool:
    """Whether the line begins with a place and agency, or with a place in capitals."""
    return _DATELINE.match(line) is not None


def is_byline(line: str) -> bool:
    """Whether the line only names the authors."""
    return len(line) <= 80 and _BYLINE.fullmatch(line) is not None


def without_stated_date(line: str) -> str:
    """The line without a closing "Stand: 14.09.2023 07:12 Uhr"."""
    return _STATED.sub("", line).rstrip()


def stated_date(text: str) -> str | None:
    """The day that the opening of a text says it was published or updated, as YYYY-MM-DD; None when it says none.

    Only a label that ends one of the first lines counts: "(Stand: 31.12.2022)" inside a story dates a figure.
    """
    lines = filter(str.strip, text.split("\n"))
    for line in islice(lines, _LINES_OF_OPENING):
        match = _STATED.search(line)
        if match is not None:
            return _day_of(match)
    return None


def _day_of(match: re.Match[str]) -> str | None:
    """The matched day, None when the calendar does not have it."""
    if match["iso"] is not None:
        written = match["iso"]
    else:
        name = match["name"] or match["name2"]
        month = int(match["month"]) if name is None else _MONTHS.get(name[:3].lower(), 0)
        year, day = match["year"] or match["year2"], int(match["day"] or match["day2"])
        written = f"{year}-{month:02d}-{day:02d}"
    try:
        return parse_published(written)
    except ValueError:
        return None
