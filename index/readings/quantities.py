"""Numbers named in a text, normalised, so that "1,5 Mio.", "1.5 million" and "1 500 000" are one value."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import NamedTuple

from index.models import Language
from index.readings.moments import Moment
from index.readings.words import NUMBER_WORDS, ORDINAL_WORDS, SCALES

_DIGITS = r"\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
_PERCENT = r"\s?(?:%|percent\b|per cent\b|prozent\b)"
_GROUPED = {"de": re.compile(r"\.(?=\d{3}(?!\d))"), "en": re.compile(r",(?=\d{3}(?!\d))")}


class Quantity(NamedTuple):
    """A number of a text.

    Attributes:
        key: value and unit in one, equal for equal quantities: "5", "1500000", "5%", "20:30".
        start: where it stands in the text, its scale and percent sign included.
        end: where it ends.
    """

    key: str
    start: int
    end: int


def quantities(text: str, language: Language, dates: Sequence[Moment] = ()) -> list[Quantity]:
    """The numbers of a text in order, without those that lie inside the given dates."""
    found = []
    for match in _pattern(language).finditer(_lower(text)):
        if any(match.start() < date.end and date.start < match.end() for date in dates):
            continue
        key = _key(match, language)
        if key:
            found.append(Quantity(key, match.start(), match.end()))
    return found


@functools.cache
def _pattern(language: Language) -> re.Pattern[str]:
    words = "|".join(sorted([*NUMBER_WORDS[language], *ORDINAL_WORDS[language]], key=len, reverse=True))
    scales = "|".join(sorted(SCALES, key=len, reverse=True))
    units = "|".join(["ein", *(word for word, value in NUMBER_WORDS["de"].items() if value <= 12)])
    # Literal letters and one common prefix a branch, instead of ignoring case: four times as fast.
    return re.compile(
        rf"(?=\d)(?:(?<![\w.,:-])(?P<hour>\d{{1,2}})[:.](?P<minute>\d\d)(?:\s?(?P<pm1>p\.?m\b)|(?=\s?(?:a\.?m\b|uhr\b))|(?<=:\d\d)\b)"
        rf"|(?<![\w.,:-])(?P<pm>\d{{1,2}})\s?p\.?m\b"
        rf"|(?<![\w.,:])(?<![^\W\d_]-)(?P<digits>{_DIGITS})(?!\w*[^\W\d_]\d)(?:\s?(?P<scale>{scales})\b)?(?P<percent>{_PERCENT})?)"
        rf"|\b(?:(?P<joined>{units})(?P<power>hundert|tausend)\b"
        rf"|(?P<word>{words})\b(?:[\s-](?P<scale2>{scales})\b)?(?P<percent2>{_PERCENT})?"
        rf"|(?:a|one|eine?)\s(?P<scale3>{scales})\b)"
    )


def _lower(text: str) -> str:
    """Lower case, each letter in its place: a few letters have none of one character and stay as they are."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _key(match: re.Match[str], language: Language) -> str:
    group = match.groupdict()
    if group["hour"] is not None:
        hour = int(group["hour"]) + (12 if group["pm1"] and int(group["hour"]) < 12 else 0)
        return f"{hour}:{group['minute']}" if group["minute"] != "00" else str(hour)
    if group["pm"] is not None:
        return str(int(group["pm"]) % 12 + 12)
    if group["joined"] is not None:
        one = NUMBER_WORDS["de"].get(group["joined"].lower(), 1)
        return f"{one * SCALES[group['power'].lower()]:.12g}"
    if group["scale3"] is not None:
        return f"{SCALES[group['scale3'].lower()]:.12g}"
    value = _value(group["digits"] or group["word"], language)
    scale = group["scale"] or group["scale2"]
    percent = "%" if group["percent"] or group["percent2"] else ""
    return f"{value * (SCALES[scale.lower()] if scale else 1):.12g}{percent}"


def _value(written: str, language: Language) -> float:
    if not written[0].isdigit():
        word = written.lower()
        return float(NUMBER_WORDS[language].get(word) or ORDINAL_WORDS[language][word])
    plain = _GROUPED[language].sub("", written.replace("\u00a0", "").replace("\u202f", "").replace(" ", ""))
    return float(plain.replace(",", ".") if plain.count(",") + plain.count(".") == 1 else re.sub(r"[.,]", "", plain))
