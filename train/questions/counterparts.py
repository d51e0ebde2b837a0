"""The same answer on the other side of a translation: names, years, dates and numbers stand there in some form."""

from __future__ import annotations

import re

from train.questions.calendar import MONTH_NUMBERS
from train.questions.candidates import Candidate
from train.questions.lexicon import NUMBER_WORDS
from train.questions.names import keys_of
from train.questions.tokens import tokens_of

_YEAR = re.compile(r"(?<!\d)(?:1\d{3}|20\d\d)(?!\d)")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_SCALES = {"million": 6, "millions": 6, "mio": 6, "milliard": 9, "billion": 9, "mrd": 9}


def counterpart(text: str, candidate: Candidate, other: str, others: list[Candidate]) -> tuple[int, int] | None:
    """The span in the other side that says the same as a candidate; None where there is none or more than one.

    Args:
        text: the sentence of the candidate.
        candidate: what was asked for.
        other: its translation.
        others: the candidates of the translation.
    """
    if candidate.kind in ("reason", "what"):
        alike = [c for c in others if c.kind == candidate.kind]
    elif candidate.kind in ("person", "name", "place"):
        own = _name_key(text[candidate.start : candidate.end])
        alike = [
            c for c in others if c.kind in ("person", "name", "place") and _same(own, _name_key(other[c.start : c.end]))
        ]
    else:
        own_value = value_of(text[candidate.start : candidate.end])
        alike = [
            c
            for c in others
            if c.kind == candidate.kind and own_value and value_of(other[c.start : c.end]) == own_value
        ]
    spans = {(c.start, c.end) for c in alike}
    return spans.pop() if len(spans) == 1 else None


def _name_key(name: str) -> list[frozenset[str]]:
    return [keys_of(word) for word in re.findall(r"\w[\w'’-]*", name)]


def _same(one: list[frozenset[str]], two: list[frozenset[str]]) -> bool:
    return len(one) == len(two) and all(a & b for a, b in zip(one, two, strict=True))


def value_of(text: str) -> tuple[str, ...]:
    """What a date or number says, in a form that does not depend on the language: ("1990", "4", "25"), ("3.5", "6")."""
    words = [token.low.rstrip(".") for token in tokens_of(text)]
    months = [str(MONTH_NUMBERS[word.capitalize()]) for word in words if word.capitalize() in MONTH_NUMBERS]
    if months or _YEAR.fullmatch(text.strip()):
        numbers = _NUMBER.findall(text)
        return tuple(sorted(n.rstrip(".") for n in numbers)) + tuple(f"m{month}" for month in months)
    values = [_plain(word) for word in words if word[:1].isdigit()]
    values += [str(NUMBER_WORDS[word]) for word in words if word in NUMBER_WORDS]
    scale = [str(power) for word in words for start, power in _SCALES.items() if _scale_matches(word, start)]
    return tuple(values + scale[:1])


def _scale_matches(word: str, start: str) -> bool:
    return word == start or word in (f"{start}en", f"{start}e")


def _plain(number: str) -> str:
    """A number without thousands marks and with a decimal point: "1.500" and "1,500" are 1500, "3,5" is 3.5."""
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", number):
        return re.sub(r"[.,]", "", number)
    return number.replace(",", ".")
