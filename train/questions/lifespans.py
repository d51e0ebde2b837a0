"""Births and deaths in brackets: "Rami Nieminen (born 25 February 1966)" tells when he was born."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from index.keywords.analyzer import words
from index.models import Language
from train.questions.calendar import MONTHS
from train.questions.candidates import Candidate
from train.questions.drafts import Draft
from train.questions.tokens import Token, joined, made

_BORN = frozenset(["born", "geboren", "geb.", "*"])
_DIED = frozenset(["died", "gestorben", "†"])
_MONTHS = frozenset(month.lower() for month in MONTHS)


def lifespan_drafts(tokens: list[Token], candidates: list[Candidate], language: Language) -> Iterator[Draft]:
    """Drafts for a birth or death in brackets right behind a person's name."""
    for person in candidates:
        if person.kind not in ("person", "name") or person.last + 2 >= len(tokens) or tokens[person.last].text != "(":
            continue
        word = tokens[person.last + 1].low
        if word not in _BORN | _DIED:
            continue
        date = _date(tokens, person.last + 2)
        if date is None:
            continue
        name = [token for token in tokens if person.start <= token.start < person.end]
        kind = replace(person, kind="time", start=date[0], end=date[1], noun="year", preposition="")
        yield _draft(kind, name, word in _BORN, language)


def _date(tokens: list[Token], first: int) -> tuple[int, int] | None:
    """The span of a date that starts within two words; None where something else stands there."""
    while first < len(tokens) and tokens[first].low in ("on", "in", "am", "im", "jahre", "jahr", "the"):
        first += 1
    last = first
    while last < len(tokens) and (
        tokens[last].text[0].isdigit() or tokens[last].low in _MONTHS or tokens[last].text == ","
    ):
        last += 1
    while last > first and tokens[last - 1].text == ",":
        last -= 1
    if last == first or not any(len(word) == 4 for word in words(joined(tokens[first:last])) if word.isdigit()):
        return None
    return tokens[first].start, tokens[last - 1].end


def _draft(candidate: Candidate, name: list[Token], born: bool, language: Language) -> Draft:
    if language == "de":
        parts = (made("wurde"), made("geboren")) if born else (made("ist"), made("gestorben"))
        return Draft(candidate, "wann", [*parts[0], *name, *parts[1]], [*name, *parts[0], Token(""), *parts[1]])
    if born:
        return Draft(candidate, "when", [*made("was"), *name, *made("born")], [*name, *made("was born"), Token("")])
    return Draft(candidate, "when", [*made("did"), *name, *made("die")], [*name, *made("died"), Token("")])
