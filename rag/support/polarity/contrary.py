"""Whether a claim says the contrary of the sentence that speaks of the same: "rose" where that says "sank"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from index.embedding.late_interaction import align
from index.embedding.token_vectors import default_token_vectors
from index.models import Language
from rag.support.polarity.contraries import Meaning, meanings
from rag.support.polarity.denied import denying
from rag.support.relations.clauses import clauses, small_first

Span = tuple[int, int]

COVERED = 0.5
"""Least share of a claim's other words, by weight, that the sentence has."""
SURE = 0.5
"""Least cosine of two words whose places are compared."""
IN_ORDER = 0.75
"""Least share of them that stand on the same side of the two words."""


class Clash(NamedTuple):
    """Two words that cannot both be said of one thing: the claim's and the evidence's."""

    claimed: str
    told: str


class _Pair(NamedTuple):
    """Where two words stand that say contraries."""

    meaning: Meaning
    own: Span
    other: Span


class _Link(NamedTuple):
    """A word of the claim and its counterpart."""

    own: Span
    other: Span
    cosine: float


def contrary(claim: str, sentence: str, claim_language: Language, evidence_language: Language) -> Clash | None:
    """Find a word of a claim whose contrary the sentence says of the same.

    Nothing is found where one of the two is denied ("did not rise" is no contrary of "sank"), where the sentence says
    both, and where it is said of two that stand in the opposite order ("A beat B", "B lost to A").

    Args:
        claim: one sentence.
        sentence: of the evidence.
        claim_language: language of the claim.
        evidence_language: language of the evidence.
    """
    pairs = list(_pairs(claim, sentence, claim_language, evidence_language))
    if not pairs:
        return None
    negated = bool(denying(claim, claim_language))
    table = default_token_vectors()
    left, right = table.encode_all([claim, sentence])
    own, theirs = _spans(left.offsets.tolist()), _spans(right.offsets.tolist())
    weights = dict(zip(own, left.weights.tolist(), strict=True))
    links = [_Link(own[row], theirs[column], cosine) for row, column, cosine in align(table, left, right)]
    for pair in pairs:
        others = {word: weight for word, weight in weights.items() if not _meet(word, pair.own)}
        rest = [link for link in links if link.own in others and not _meet(link.other, pair.other)]
        found = sum(others[word] for word in {link.own for link in rest})
        denied = any(denying(clause, evidence_language) for clause in _around(sentence, pair.other, evidence_language))
        if found >= COVERED * sum(others.values()) and denied == negated and _said_of_the_same(pair, rest, theirs):
            return Clash(claim[slice(*pair.own)], sentence[slice(*pair.other)])
    return None


def _pairs(claim: str, sentence: str, language: Language, other_language: Language) -> Iterator[_Pair]:
    """The words of a claim with those of the sentence that say the contrary, where it has none that says the same."""
    said, told = small_first(claim), small_first(sentence)
    for meaning in meanings():
        own = [side.search(said) for side in meaning.sides[language]]
        if bool(own[0]) == bool(own[1]):
            continue
        word, other = (own[0], 1) if own[0] else (own[1], 0)
        there = meaning.sides[other_language]
        opposite = there[other].search(told)
        if word and opposite and not there[1 - other].search(told):
            yield _Pair(meaning, word.span(), opposite.span())


def _said_of_the_same(pair: _Pair, links: Sequence[_Link], theirs: Sequence[Span]) -> bool:
    """Whether words that may be said in another order, or of several things, stand among the same words in both."""
    if pair.meaning.before_nouns:
        following = next((span for span in theirs if span[0] >= pair.other[1]), None)
        own = min((link.own for link in links if link.own[0] >= pair.own[1]), default=None)
        return any(link.own == own and link.other == following for link in links)
    if not pair.meaning.converse:
        return True
    sides = [(link.own < pair.own) == (link.other < pair.other) for link in links if link.cosine >= SURE]
    return len(sides) > 1 and sum(sides) >= IN_ORDER * len(sides)


def _around(sentence: str, span: Span, language: Language) -> Iterator[str]:
    """The clause of a sentence in which a span stands."""
    start = 0
    for clause in clauses(sentence, language):
        start = sentence.index(clause, start)
        if _meet((start, start + len(clause)), span):
            yield clause
        start += len(clause)


def _spans(offsets: Sequence[Sequence[int]]) -> list[Span]:
    return [(start, end) for start, end in offsets]


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
