"""Verbs that name what one does to another, with their forms in both languages: `deeds.tsv`."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).with_name("deeds.tsv")


@dataclass(frozen=True)
class Deed:
    """What one party does to another.

    Attributes:
        kinds: which parties are natural: who acts, and to whom.
        english: past tense, participle (empty where there is no passive).
        german: past tense, what must end the clause (a separable prefix, a complement), participle with the complement.
        case: of the object in German: "acc", "dat", or "von", which stands before it.
        tails: what may follow, in English and in German.
        nouns: the deed as a noun phrase with A and B in both languages; empty where there is none.
        converses: the same said with B as the subject; empty where there is none.
    """

    kinds: tuple[tuple[str, str], ...]
    english: tuple[str, str]
    german: tuple[str, str, str]
    case: str
    tails: tuple[tuple[str, str], ...]
    nouns: tuple[str, str]
    converses: tuple[str, str]


@functools.cache
def deeds() -> tuple[Deed, ...]:
    """All of them, in the file's order."""
    _, *lines = FILE.read_text(encoding="utf-8").splitlines()
    return tuple(_deed(line.split("\t")) for line in lines)


def _deed(fields: list[str]) -> Deed:
    kinds, past, participle, tail, told, prefix, done, case, german_tail, noun, german_noun, converse, other = fields
    pairs = (pair.split(">") for pair in kinds.split(","))
    return Deed(
        kinds=tuple((who, whom) for who, whom in pairs),
        english=(past, participle),
        german=(told, prefix, done),
        case=case,
        tails=tuple(zip(tail.split("|"), german_tail.split("|"), strict=True)),
        nouns=(noun, german_noun) if noun and german_noun else ("", ""),
        converses=(converse, other) if converse and other else ("", ""),
    )
