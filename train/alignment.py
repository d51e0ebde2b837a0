"""Which word of a sentence stands for which of its translation: model 1 of Brown et al. (1993), The Mathematics of
Statistical Machine Translation, fitted by expectation maximisation.

Order and repetition of words play no part, so a sentence is the set of its words. Two words that never share a pair of
sentences have no probability, which leaves a sparse table with a row a pair of words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

ROUNDS = 5
START = 0.01
"""Probability that every pair of words starts with."""

NOTHING = 1e-3
"""What stands against the probabilities of all that a word may stand for: that it stands for nothing at all. A constant
in place of a fitted empty word."""

Numbers = NDArray[np.int32]
Chances = NDArray[np.float32]


class Side(NamedTuple):
    """One side of the sentence pairs.

    Attributes:
        words: the numbers of all words, sentence after sentence, none twice in one sentence.
        lengths: words of each sentence.
    """

    words: Numbers
    lengths: Numbers


@dataclass(frozen=True)
class Lexicon:
    """Pairs of words that share a sentence pair, aligned arrays in ascending order of (left, right).

    Attributes:
        left: number of the word on the left side.
        right: number of the word on the right side.
        right_of_left: probability that the left word is translated as the right one.
        left_of_right: probability that the right word is translated as the left one.
        together: number of sentence pairs that hold both.
    """

    left: Numbers
    right: Numbers
    right_of_left: Chances
    left_of_right: Chances
    together: Numbers


def align(left: Side, right: Side, rounds: int = ROUNDS) -> Lexicon:
    """Fit the model in both directions.

    Args:
        left: sentences.
        right: their translations, in the same order.
        rounds: of expectation maximisation.

    Raises:
        ValueError: the sides have different numbers of sentences.
    """
    if len(left.lengths) != len(right.lengths):
        raise ValueError(f"{len(left.lengths)} sentences have {len(right.lengths)} translations")
    left_places, right_places = _meetings(left, right)
    size = int(right.words.max()) + 1 if len(right.words) else 1
    keys = left.words[left_places].astype(np.int64) * size + right.words[right_places]
    met, pairs = np.unique(keys, return_inverse=True)
    pairs = pairs.astype(np.int32)
    lefts, rights = (met // size).astype(np.int32), (met % size).astype(np.int32)
    return Lexicon(
        lefts,
        rights,
        _fit(pairs, right_places, lefts, rounds),
        _fit(pairs, left_places, rights, rounds),
        np.bincount(pairs, minlength=len(met)).astype(np.int32),
    )


def _meetings(left: Side, right: Side) -> tuple[Numbers, Numbers]:
    """Places of every left word and of every right word that stand in the same pair of sentences."""
    partners = np.repeat(right.lengths, left.lengths)
    starts = np.repeat(np.cumsum(right.lengths) - right.lengths, left.lengths)
    first = np.cumsum(partners) - partners
    left_places = np.repeat(np.arange(len(left.words), dtype=np.int32), partners)
    right_places = np.arange(int(partners.sum())) - np.repeat(first - starts, partners)
    return left_places, right_places.astype(np.int32)


def _fit(pairs: Numbers, explained: Numbers, given: Numbers, rounds: int) -> Chances:
    """Probability of one word given the other.

    Args:
        pairs: for every meeting of two words, which pair of words it is.
        explained: for every meeting, the place of the word to be explained, which is shared out among its meetings.
        given: for every pair, the word that explains.
        rounds: of expectation maximisation.
    """
    if not len(given):
        return np.zeros(0, np.float32)
    chances = np.full(len(given), START, np.float32)
    for _ in range(rounds):
        shares = chances[pairs]
        total = np.bincount(explained, shares) + NOTHING
        shares /= total[explained]
        counts = np.bincount(pairs, shares, minlength=len(given))
        chances = (counts / np.bincount(given, counts)[given]).astype(np.float32)
    return chances
