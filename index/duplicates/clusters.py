"""Copies of a passage gathered into clusters."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.duplicates.candidates import candidate_pairs
from index.duplicates.overlap import is_copy, shared_words
from index.duplicates.shingles import Words, read_words
from index.store.archive import SplitArticle

ALONE = -1
"""The number of a passage that has no copy."""


def number_clusters(articles: Sequence[SplitArticle]) -> NDArray[np.int32]:
    """Number the clusters of near-duplicate passages.

    The first passage of a cluster, in the order of the archive, is its original: every other one was compared with
    it, word by word, and says the same. Comparing with the original alone keeps a chain of small changes from joining
    passages that have little in common.

    Args:
        articles: all articles of a generation; their passages are the rows.

    Returns:
        A number a passage, counted from 0 in the order of the originals; `ALONE` for a passage without a copy.
        Passages in different languages never share a number.
    """
    languages = [0 if split.article.language == "de" else 1 for split in articles for _ in split.passages]
    words = read_words(articles)
    original = np.arange(len(languages), dtype=np.int64)
    for row, others in _grouped(candidate_pairs(words, languages)):
        original[row] = _original_of(words, row, sorted({int(original[other]) for other in others}))
    return _numbered(original)


def _grouped(pairs: NDArray[np.int64]) -> list[tuple[int, list[int]]]:
    """Every row with the rows before it that it may be a copy of, in order."""
    groups: dict[int, list[int]] = {}
    for row, other in pairs.tolist():
        groups.setdefault(row, []).append(other)
    return sorted(groups.items())


def _original_of(words: Words, row: int, others: Sequence[int]) -> int:
    """The one among some originals that the passage shares most with and is a copy of; else the passage itself."""
    shared = {other: shared_words(words, row, other) for other in others}
    for other in sorted(others, key=lambda candidate: (-shared[candidate], candidate)):
        if is_copy(words, row, other, shared[other]):
            return other
    return row


def _numbered(original: NDArray[np.int64]) -> NDArray[np.int32]:
    """Consecutive numbers for the originals that have copies."""
    numbers = np.full(len(original), ALONE, dtype=np.int32)
    distinct, place, count = np.unique(original, return_inverse=True, return_counts=True)
    several = count > 1
    fresh = np.full(len(distinct), ALONE, dtype=np.int32)
    fresh[several] = np.arange(int(several.sum()), dtype=np.int32)
    numbers[:] = fresh[place]
    return numbers
