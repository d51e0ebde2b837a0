"""Questions that are asked twice count twice: the same words, or nearly so."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence

from eval.gold_set import GoldQuestion
from eval.metrics.normalise import normalise
from eval.validation.finding import Finding, error, warning
from index.keywords.analyzer import stem, words
from rag.support.names.extraction import names

SIMILARITY = 0.8
"""Share of the words that two questions have in common (Jaccard 1901) from which on they are nearly the same."""

Numbered = Sequence[tuple[str, GoldQuestion]]


def find_duplicates(numbered: Numbered) -> Iterator[Finding]:
    """Compare all questions with those before them.

    Questions that differ in a name or number are different ones, and so are those asked on different days: near misses
    are made that way on purpose.

    Args:
        numbered: the questions with their places.
    """
    yield from _equal(numbered)
    yield from _similar(numbered)


def _equal(numbered: Numbered) -> Iterator[Finding]:
    first: dict[tuple[str, str | None], tuple[str, GoldQuestion]] = {}
    for place, question in numbered:
        earlier_place, earlier = first.setdefault((normalise(question.question), question.now), (place, question))
        if earlier is not question:
            contrary = "" if earlier.answerable == question.answerable else ", where it says the contrary"
            message = f"the same question is asked in {earlier_place}{contrary}; remove one of them"
            yield Finding(place, question.id, error("duplicate", message))


def _similar(numbered: Numbered) -> Iterator[Finding]:
    """Find pairs by their rarest words: two sets as similar as that share one of them (prefix filtering)."""
    sets = [_terms(question) for _, question in numbered]
    rarity = Counter(term for terms in sets for term in terms)
    holders: dict[str, list[int]] = {}
    for number, (place, question) in enumerate(numbered):
        rarest = sorted(sets[number], key=lambda term: (rarity[term], term))
        prefix = rarest[: len(rarest) - math.ceil(SIMILARITY * len(rarest)) + 1]
        candidates = sorted({other for term in prefix for other in holders.get(term, ())})
        for term in prefix:
            holders.setdefault(term, []).append(number)
        for other in candidates:
            if _alike(question, numbered[other][1], sets[number], sets[other]):
                message = f"nearly the same question as in {numbered[other][0]}: {numbered[other][1].question!r}"
                yield Finding(place, question.id, warning("duplicate", message))
                break


def _alike(one: GoldQuestion, other: GoldQuestion, terms: frozenset[str], others: frozenset[str]) -> bool:
    if one.language != other.language or one.now != other.now:
        return False
    if normalise(one.question) == normalise(other.question):
        return False  # said already
    return len(terms & others) >= SIMILARITY * len(terms | others) and _marks(one) == _marks(other)


def _terms(question: GoldQuestion) -> frozenset[str]:
    return frozenset(stem(word, question.language) for word in words(question.question))


def _marks(question: GoldQuestion) -> frozenset[str]:
    """The names and numbers of a question, which make it this one and no other."""
    named = {word for name in names(question.question, question.language) for word in words(name.text)}
    return frozenset(named | {word for word in words(question.question) if any(c.isdigit() for c in word)})
