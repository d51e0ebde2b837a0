"""Questions for two times at once: "How did it grow between May and July?", "Who won A in 2019 and B in 2023?"."""

from __future__ import annotations

import re

from index.models import Language
from index.readings.words import MONTHS

_MONTH = "|".join(sorted({month for months in MONTHS.values() for month in months}, key=len, reverse=True))
_YEAR = r"(?:19|20)\d\d"
_DAY = r"\d{1,2}(?:\.|st|nd|rd|th)?"
_WORD = rf"(?:{_YEAR}|{_DAY}|(?:{_MONTH})\b,?)"
_TIME = rf"{_WORD}(?:\s{_WORD}){{0,2}}"
_SPAN = re.compile(
    rf"\b(?:between|zwischen|from|vo[nm])\s(?:the\s|dem\s)?(?P<one>{_TIME})\s(?:and|und|to|until|bis)\s"
    rf"(?:the\s|dem\s|zum\s)?(?P<other>{_TIME})",
    re.IGNORECASE,
)
_CHANGES = r"""
gr[eo]w\w* r[io]se\w* rising fall\w* fell chang\w+ develop\w* evolv\w+ increas\w+ decreas\w+ declin\w+ drop\w* climb\w*
\w*wachsen w[uä]chs\w* \w*st(?:ie|ei)g\w* s[iu]nk\w* sank(?:en)? gesunken
\w*fallen fiel\w* fäll\w* \w*änder\w* \w*entwickel\w*
"""
_CHANGING = re.compile(rf"\b(?:{'|'.join(_CHANGES.split())})\b")
"""Verbs, so in lower case: "Fall" and "Sankt" are none."""
_AND = re.compile(r",?\s(?:and|und)\s", re.IGNORECASE)
_ENDING_IN_TIME = re.compile(
    rf"(?:(?:(?:the|die|der|das|den|dem)\s|(?=[A-ZÄÖÜ])|(?=[^\W\d]+['’]s\s))(?:[^\s,]+\s){{1,6}}?)??"
    rf"(?i:(?:in|im|on|am)\s(?:jahre?\s)?)?(?P<time>(?i:{_TIME}))(?<=\d)"
)
"""What is asked for a second time: a time alone, or a noun before it; with a verb it is another question."""
_BOUND = re.compile(r"\b(?:between|zwischen|from|vo[nm]|since|seit)$", re.IGNORECASE)


def at_each_time(text: str, language: Language) -> tuple[str, str] | None:
    """The question at the first and at the second of two times; None where it has no two.

    A change from one time to another is told by what was at either; what stands twice beside a time is asked for twice.

    Args:
        text: the question.
        language: its language, in which the times are written.
    """
    return _between(text, language) or _beside(text)


def _between(text: str, language: Language) -> tuple[str, str] | None:
    span = _SPAN.search(text)
    if span is None or not _CHANGING.search(text) or not re.search(rf"{_YEAR}|{_MONTH}", span["other"], re.IGNORECASE):
        return None
    first, second = (
        f"{text[: span.start()]}{_at(time, language)}{text[span.end() :]}"
        for time in (_completed(span["one"], span["other"]), span["other"])
    )
    return first, second


def _completed(time: str, other: str) -> str:
    """The first time with the month and the year that only the second names: "7 and 20 February 2023"."""
    if re.fullmatch(_YEAR, time):
        return time
    for missing in (rf"(?:{_MONTH})\b", _YEAR):
        found = re.search(missing, other, re.IGNORECASE)
        if found is not None and not re.search(missing, time, re.IGNORECASE):
            time = f"{time} {found.group()}"
    return time


def _at(time: str, language: Language) -> str:
    """A time with its preposition."""
    if re.match(rf"(?!{_YEAR}){_DAY}\b", time):
        return f"{'am' if language == 'de' else 'on'} {time}"
    if language == "de":
        return f"im Jahr {time}" if re.fullmatch(_YEAR, time) else f"im {time}"
    return f"in {time}"


def _beside(text: str) -> tuple[str, str] | None:
    """With the one of two expressions of equally many words that end in a time, and with the other."""
    for joint in _AND.finditer(text):
        words, behind = text[: joint.start()].split(), text[joint.end() :]
        if (second := _ENDING_IN_TIME.match(behind)) is None:
            continue
        other = second.group().split()
        head, one = " ".join(words[: -len(other)]), words[-len(other) :]
        timed = len(second["time"].split())
        alike = [word.lower() for word in one[-timed - 1 : -timed]] == [
            word.lower() for word in other[-timed - 1 : -timed]
        ]
        if head and alike and re.fullmatch(_TIME, " ".join(one[-timed:]), re.IGNORECASE) and not _BOUND.search(head):
            rest = behind[second.end() :]
            return f"{head} {' '.join(one)}{rest}", f"{head} {' '.join(other)}{rest}"
    return None
