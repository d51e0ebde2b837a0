"""Whether one passage really is a copy of another: word by word, not by signature."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from index.duplicates.shingles import SHINGLE, Words, shingles

LEAST_SHARED = 0.5
"""Share of the words of each passage that must stand in the other. Half of them, because another first paragraph shifts
where all passages after it begin; and not less, so that a passage has no two disjoint copies in one article."""

MOST_NEW = 0.05
"""Share of the words of each passage that may be missing from the other's article: a dateline, a photo credit, a word
replaced. A changed sentence is more."""

WITHIN_ARTICLE = 0.9
"""Share that must stand in the other passage when both are in one article, where all that a passage says stands in its
article of course."""


def shared_words(words: Words, row: int, other: int) -> float:
    """How much of two passages is the same, 0 to 1: the smaller of the shares that either has in the other."""
    one, two = words.of_passage(row), words.of_passage(other)
    return min(float(found_in(words, one, two).mean()), float(found_in(words, two, one).mean()))


def is_copy(words: Words, row: int, other: int, shared: float) -> bool:
    """Whether two passages with so much in common say the same: neither has anything new for the other's article.

    One figure, number or negation that differs is new, however much is the same.
    """
    if words.of_article(row) == words.of_article(other):
        places = (words.of_passage(row), words.of_passage(other))
        least = WITHIN_ARTICLE
    else:
        places = (words.of_article(row), words.of_article(other))
        least = LEAST_SHARED
    return (
        shared >= least
        and _adds_nothing(words, words.of_passage(row), places[1])
        and _adds_nothing(words, words.of_passage(other), places[0])
    )


def found_in(words: Words, place: slice, other: slice) -> NDArray[np.bool_]:
    """Which words of one place stand in another as part of a run of at least `SHINGLE` equal words."""
    known = np.isin(shingles(words.codes[place]), shingles(words.codes[other]))
    found = np.zeros(place.stop - place.start, dtype=bool)
    for offset in range(SHINGLE):
        found[offset : offset + len(known)] |= known
    return found


def _adds_nothing(words: Words, place: slice, other: slice) -> bool:
    new = ~found_in(words, place, other)
    return bool(new.mean() <= MOST_NEW) and not (new & words.telling(place)).any()
