"""Dates that a calendar alone can resolve, and months and seasons without a year."""

from __future__ import annotations

import functools
import re

from index.models import Language
from rag.dates.names import is_surname, is_year
from rag.dates.period import Period, day, month, months, part, year
from rag.dates.rule import Clock, Rule, rule
from rag.dates.words import BEFORE_A_MONTH, MONTH_NUMBERS, ORDINALS, PARTS, SEASONS, any_of

_YEAR = r"(?:1[89]|20)\d\d"
_AFTER_YEAR = r"(?![\w%]|[.,:]\d|[-/]\d)"
_Y = rf"(?P<y>{_YEAR}){_AFTER_YEAR}"


@functools.cache
def absolute_rules(language: Language) -> tuple[Rule, ...]:
    """The rules of a language; the notations in digits belong to both."""
    return (*_digits(), *_named_days(language), *_named_months(language), *_longer(language), _YEAR_ALONE)


def _digits() -> tuple[Rule, ...]:
    iso = r"(?<![\w.-])(?P<y>\d{4})-(?P<n>\d\d)"
    return (
        rule(rf"{iso}-(?P<d>\d\d)(?![\w-])", _day),
        rule(rf"{iso}(?![\w-])", _month),
        rule(rf"(?<![\w.,])(?P<d>\d\d?)\. ?(?P<n>\d\d?)\. ?(?P<y>{_YEAR}|\d\d)(?![\w%]|[.,]\d)", _day),
        rule(r"(?<=am\s|om\s|um\s|it\s|is\s)(?P<d>\d\d?)\. ?(?P<n>\d\d?)\.(?!\d)", _day),
    )


def _named_days(language: Language) -> tuple[Rule, ...]:
    name = _month_name(language)
    y = rf"(?:,? (?:of )?{_Y})?"
    if language == "de":
        number, join = r"(?<![\w.,])(?P<d>\d\d?)\.? ?", r"\.? ?(?:bis(?: zum)?|und(?: dem)?|[-–]) ?(?P<d2>\d\d?)\. ?"
        return (rule(rf"{number}{name}{y}", _day), rule(rf"(?<![\w.,])(?P<d>\d\d?){join}{name}{y}", _days))
    number, suffix = r"(?<![\w.,])(?P<d>\d\d?)", r"(?:st|nd|rd|th)?"
    join = rf"{suffix} ?(?:to|until|and|[-–]) ?(?:the )?(?P<d2>\d\d?){suffix}(?: of)? "
    return (
        rule(rf"{number}{suffix}(?: of)? {name}{y}", _day),
        rule(rf"{number}{join}{name}{y}", _days),
        rule(rf"{name} (?P<d>\d\d?){suffix}(?![\w%]|[.,:]\d){y}", _day),
        rule(rf"{name} (?P<d>\d\d?){suffix} ?(?:to|and|[-–]) ?(?P<d2>\d\d?){suffix}(?![\w%]|[.,:]\d){y}", _days),
    )


def _named_months(language: Language) -> tuple[Rule, ...]:
    name, y = _month_name(language), rf"(?:,? (?:of |des jahres )?{_Y}| ['’](?P<yy>\d\d)(?!\d))"
    parts = any_of(PARTS[language])
    of = r" " if language == "de" else r"(?:-| | of )"
    before = BEFORE_A_MONTH[language]
    opener = "zwischen|von|vom" if language == "de" else "between|from"
    join = "bis|und|[-–]" if language == "de" else "to|until|till|through|and|[-–]"
    name2 = name.replace("<m>", "<m2>")
    return (
        rule(rf"{name}{y}", _month),
        rule(rf"\b(?P<part>{parts}){of}(?:the )?{name}{y}?(?![\w-])", _month),
        rule(rf"\b(?P<part>{parts}){of}(?:des jahres |the year )?{_Y}", _part_of_year),
        # "may" and "Mai" are names: without a year they need the preposition that no name follows.
        rule(
            rf"(?<=\b)(?:{before}) (?P<alone>{name})(?!['’]s|[\w-])(?!,? (?:of |des jahres )?\d)",
            _month_alone,
            opens=True,
        ),
        rule(rf"(?:\b(?P<open>{opener}) )?{name} ?(?P<join>{join}) ?{name2}{y}?(?![\w-])", _month_range),
    )


def _longer(language: Language) -> tuple[Rule, ...]:
    seasons, ordinals = any_of(SEASONS[language]), any_of(ORDINALS[language])
    of = r" (?:des jahres |of )?"
    quarter = "quartals?" if language == "de" else "quarter"
    half = "halbjahr(?:e?s)?|jahreshälfte" if language == "de" else "half"
    count = rf"\b(?P<o>{ordinals}|\d\.)"
    return (
        rule(rf"\b(?P<s>{seasons})s?{of}(?P<y>{_YEAR})(?:/\d\d(?:\d\d)?)?{_AFTER_YEAR}", _season),
        rule(rf"\bq(?P<q>[1-4])[\s/]?(?:of )?{_Y}|\b(?P<y2>{_YEAR})[\s/-]q(?P<q2>[1-4])\b", _quarter),
        rule(rf"{count} {quarter}{of}{_Y}", _quarter),
        rule(rf"{count} (?:{half}){of}{_Y}", _half),
        rule(rf"(?<![\w.,:$€£/-])(?P<y>{_YEAR})/(?P<y2>\d\d)(?![\w/-])", _years),
    )


def _month_name(language: Language) -> str:
    """A month as group `m`: its name, or its abbreviation with or without a full stop."""
    return rf"\b(?P<m>{any_of(MONTH_NUMBERS[language])})\b\.?"


def _number(match: re.Match[str]) -> int:
    return _month_number(match.group("m"))


def _month_number(name: str) -> int:
    """The number of a month's name in either language."""
    written = name.lower()
    return MONTH_NUMBERS["de"].get(written) or MONTH_NUMBERS["en"][written]


def _group(match: re.Match[str], *names: str) -> str:
    """The first of these groups that took part, "" if none did."""
    known = match.groupdict()
    return next((str(known[name]) for name in names if known.get(name)), "")


def _year_of(match: re.Match[str], clock: Clock, number: int, first_day: int = 1) -> int:
    written = _group(match, "y", "yy")
    if len(written) == 2:
        return (
            (clock.now.year + 10) // 100 * 100 + int(written) - (100 if int(written) > clock.now.year % 100 + 10 else 0)
        )
    return int(written) if written else clock.year_of(number, match.start(), first_day)


def _named(match: re.Match[str]) -> bool:
    """Whether the month's name is somebody's."""
    return "m" in match.groupdict() and is_surname(match.string, match.start("m"), match.end("m"))


def _day(match: re.Match[str], clock: Clock) -> Period | None:
    if _named(match):
        return None
    number = int(_group(match, "n") or 0) or _number(match)
    own = int(match.group("d"))
    return day(_year_of(match, clock, number, own), number, own)


def _days(match: re.Match[str], clock: Clock) -> Period | None:
    if _named(match):
        return None
    number = _number(match)
    first, last = int(match.group("d")), int(match.group("d2"))
    own = _year_of(match, clock, number, first)
    both = sorted((day(own, number, first), day(own, number, last)), key=lambda period: str(period.first))
    return Period(both[0].first, both[1].last)


def _month(match: re.Match[str], clock: Clock) -> Period | None:
    if _named(match):
        return None
    number = int(_group(match, "n") or 0) or _number(match)
    whole = month(_year_of(match, clock, number), number)
    which = _group(match, "part").lower()
    return part(whole, PARTS["de"].get(which, PARTS["en"].get(which, 0))) if which else whole


def _month_alone(match: re.Match[str], clock: Clock) -> Period | None:
    written = match.group("m").lower()
    preposition = match.group(0).lower().split()[0]
    if written in ("may", "mai", "märz") and preposition in (
        "by",
        "before",
        "after",
        "vor",
        "nach",
        "following",
        "until",
    ):
        return None  # "after May resigned"
    if len(written) == 3 and written not in ("may", "mai"):
        return None  # "in Jan" is more often a name or a typing error
    return clock.recent_month(_number(match), match.start())


def _month_range(match: re.Match[str], clock: Clock) -> Period | None:
    """From one month to another, "zwischen Mai und Juli 2023", "from May to July"; "and" alone makes no range."""
    opener, join = _group(match, "open").lower(), match.group("join").lower()
    if not opener and (join in ("und", "and") or not _group(match, "y", "yy")):
        return None
    if not opener and _named(match):
        return None
    first, last = (_month_number(match.group(name)) for name in ("m", "m2"))
    own = _year_of(match, clock, last)
    end = month(own, last)
    return Period(month(own - (first > last), first).first, end.last)


def _part_of_year(match: re.Match[str], clock: Clock) -> Period | None:
    del clock
    which = match.group("part").lower()
    return part(year(int(match.group("y"))), PARTS["de"].get(which, PARTS["en"].get(which, 0)))


def _season(match: re.Match[str], clock: Clock) -> Period | None:
    del clock
    name = match.group("s").lower()
    return months(int(match.group("y")), SEASONS["de"].get(name) or SEASONS["en"][name], 3)


def _quarter(match: re.Match[str], clock: Clock) -> Period | None:
    del clock
    number = int(_group(match, "q", "q2") or 0) or _ordinal(match)
    if not 1 <= number <= 4:
        return None
    return months(int(_group(match, "y", "y2")), 3 * number - 2, 3)


def _half(match: re.Match[str], clock: Clock) -> Period | None:
    del clock
    number = _ordinal(match)
    return months(int(match.group("y")), 6 * number - 5, 6) if number in (1, 2) else None


def _ordinal(match: re.Match[str]) -> int:
    written = match.group("o").lower()
    if written[0].isdigit():
        return int(written[:-1])
    return ORDINALS["de"].get(written) or ORDINALS["en"].get(written, 0)


def _years(match: re.Match[str], clock: Clock) -> Period | None:
    """Two years on end: "2022/23"."""
    del clock
    first = int(match.group("y"))
    return months(first, 1, 24) if (first + 1) % 100 == int(match.group("y2")) else None


def _year_alone(match: re.Match[str], clock: Clock) -> Period | None:
    del clock
    return year(int(match.group("y"))) if is_year(match.string, match.start("y"), match.end("y")) else None


_YEAR_ALONE = rule(rf"(?:\b(?:im |the )?(?:jahre?|year) )?(?<![\w.,:$€£/-]){_Y}", _year_alone)


def years_named(text: str) -> tuple[tuple[int, int], ...]:
    """The years of a text, each with its place."""
    found = re.finditer(rf"(?<![\w.,:$€£/]){_Y}", text)
    return tuple((m.start(), int(m.group())) for m in found if is_year(text, m.start(), m.end()))
