"""Whether two numbers of a claim stand with each other's words in the evidence: "46 in favour, 523 against"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from index.embedding.late_interaction import align
from index.embedding.token_vectors import default_token_vectors
from index.models import Language
from index.readings import Quantity, moments, quantities
from rag.support.numbers.spelling import scores, spelled_out

ENOUGH = 0.15
"""Least difference of likeness that tells which words belong to which number."""
_REACH = 40
"""Characters on either side of a number in which its words are looked for."""
_STOP = re.compile(
    r"[,;:()]|\d|\b(?:und|and|gegen|against|statt|instead|than|als|in|im|für|for|über|auf|to|zu|of|von|from|by|with|mit|bei"
    r"|at|on|am|um|nach|after|when|while)\b"
)
_PAIR = re.compile(r"^\s(?:[^\W\d_]+\s){0,3}(?:gegen|zu|und|to|and|against|auf|bis)\s(?:[^\W\d_]+\s){0,2}$")


def exchanged_figures(claim: str, evidence: str, claim_language: Language, evidence_language: Language) -> bool:
    """Whether two numbers that both texts have once have exchanged their places.

    They have when the words that go with each are more like those that go with the other in the evidence; where the
    words do not tell, when both texts put them side by side ("523 to 46") in the opposite order.
    """
    claim, evidence = _plain(claim, claim_language), _plain(evidence, evidence_language)
    own = _single(claim, claim_language)
    there = {quantity.key: quantity for quantity in _single(evidence, evidence_language)}
    shared = [quantity for quantity in own if quantity.key in there]
    pairs = itertools.combinations(shared, 2)
    return any(_exchanged(claim, evidence, (one, two), (there[one.key], there[two.key])) for one, two in pairs)


def _exchanged(claim: str, evidence: str, own: tuple[Quantity, Quantity], there: tuple[Quantity, Quantity]) -> bool:
    mine = [_words_of(claim, own, number) for number in (0, 1)]
    theirs = [_words_of(evidence, there, number) for number in (0, 1)]
    if not all(words.strip(" .!?") for words in (*mine, *theirs)):
        return _side_by_side_turned(claim, evidence, own, there)
    straight = _alike(mine[0], theirs[0]) + _alike(mine[1], theirs[1])
    across = _alike(mine[0], theirs[1]) + _alike(mine[1], theirs[0])
    if abs(straight - across) > ENOUGH:
        return across > straight
    return _side_by_side_turned(claim, evidence, own, there)


def _side_by_side_turned(
    claim: str, evidence: str, own: tuple[Quantity, Quantity], there: tuple[Quantity, Quantity]
) -> bool:
    first, second = sorted(there, key=lambda quantity: quantity.start)
    beside = _PAIR.match(claim[own[0].end : own[1].start]) and _PAIR.match(evidence[first.end : second.start])
    return bool(beside) and there[0].start > there[1].start


def _plain(text: str, language: Language) -> str:
    """The text as its numbers can be read, without results such as "2:1"."""
    return scores(spelled_out(text, language))[1]


def _single(text: str, language: Language) -> Sequence[Quantity]:
    """The numbers of a text that it has once."""
    found = quantities(text, language, moments(text, language))
    return [quantity for quantity in found if sum(quantity.key == other.key for other in found) == 1]


def _words_of(text: str, pair: tuple[Quantity, Quantity], number: int) -> str:
    """The words behind a number, before it where there are none, up to a mark, a preposition or the other number."""
    own, other = pair[number], pair[1 - number]
    end = other.start if own.start < other.start else len(text)
    start = other.end if other.start < own.start else 0
    after = _STOP.split(text[own.end : min(end, own.end + _REACH)])[0]
    if after.strip(" .!?"):
        return after
    return _STOP.split(text[max(start, own.start - _REACH) : own.start])[-1]


def _alike(one: str, other: str) -> float:
    """The mean cosine of the first text's words with their best counterparts in the other, 0 to 1."""
    table = default_token_vectors()
    left, right = table.encode_all([one, other])
    if len(left) == 0:
        return 0.0
    best: dict[int, float] = {}
    for row, _, cosine in align(table, left, right):
        best[row] = max(cosine, best.get(row, 0.0))
    return sum(best.values()) / len(left)
