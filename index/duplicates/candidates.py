"""Pairs of passages that may be copies: MinHash signatures, and locality-sensitive hashing in bands.

datasketch makes the signatures. Its own index of bands keeps a Python set a bucket, 1 GB for 100,000 passages; sorting
the bands does the same in a few megabytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from datasketch import MinHash
from numpy.typing import NDArray

from index.duplicates.shingles import SHINGLE, Words, shingles

BANDS = 32
ROWS = 2
"""Of the pairs with a Jaccard similarity of 1/3 (half of each passage stands in the other), 98 % agree in a band."""

LOOK_BACK = 4
"""Passages before it in its bucket that a passage is compared with: stock phrases that stand in every article would
otherwise cost the square of their number."""

LEAST_ESTIMATE = 0.15
"""Least similarity by signature. With 64 numbers the estimate of 1/3 has a standard deviation of 0.06."""

LEAST_WORDS = 12
"""A shorter passage is a stock phrase rather than a text, and is never called a copy."""

PAIRS_AT_ONCE = 100_000
SEED = 1

Signatures = NDArray[np.uint32]
Pairs = NDArray[np.int64]


def candidate_pairs(words: Words, languages: Sequence[int]) -> Pairs:
    """Pairs of rows that may be copies of each other: shape (pairs, 2), the earlier row last, sorted.

    Args:
        words: of all passages.
        languages: a code a passage; passages in different languages are never paired.
    """
    counts = np.diff(words.passages)
    rows = np.flatnonzero(counts >= max(SHINGLE, LEAST_WORDS))
    if len(rows) < 2:
        return np.empty((0, 2), dtype=np.int64)
    signatures = sign(words, rows)
    spoken = np.asarray(languages, dtype=np.uint64)[rows]
    found = np.empty(0, dtype=np.int64)
    for band in range(BANDS):
        part = signatures[:, band * ROWS : (band + 1) * ROWS].astype(np.uint64)
        keys = (part[:, 0] << np.uint64(32)) | part[:, 1]
        for later, earlier in _neighbours(keys, spoken):
            likely = _estimate(signatures, later, earlier) >= LEAST_ESTIMATE
            found = np.union1d(found, rows[later[likely]] * len(counts) + rows[earlier[likely]])
    return np.stack(np.divmod(found, len(counts)), axis=1)


def sign(words: Words, rows: NDArray[np.int64]) -> Signatures:
    """The MinHash signatures of some passages, a row each."""
    sets = (shingles(words.codes[words.of_passage(int(row))]).tolist() for row in rows)
    hashes = MinHash.generator(sets, num_perm=BANDS * ROWS, seed=SEED, hashfunc=_as_it_is)
    signatures = np.empty((len(rows), BANDS * ROWS), dtype=np.uint32)
    for place, minhash in enumerate(hashes):
        signatures[place] = minhash.hashvalues
    return signatures


def _as_it_is(value: int) -> int:
    """Shingles are hashes already."""
    return value


def _neighbours(keys: NDArray[np.uint64], languages: NDArray[np.uint64]) -> Iterator[tuple[Pairs, Pairs]]:
    """Places with equal key and language, each with those up to `LOOK_BACK` before it in the order of the archive."""
    order = np.lexsort((keys, languages))  # stable: equal ones stay in the order of the archive
    for distance in range(1, LOOK_BACK + 1):
        later, earlier = order[distance:], order[:-distance]
        same = (keys[later] == keys[earlier]) & (languages[later] == languages[earlier])
        yield later[same], earlier[same]


def _estimate(signatures: Signatures, first: Pairs, second: Pairs) -> NDArray[np.float64]:
    """The Jaccard similarity of pairs by their signatures."""
    parts = [
        (signatures[first[start : start + PAIRS_AT_ONCE]] == signatures[second[start : start + PAIRS_AT_ONCE]]).mean(1)
        for start in range(0, len(first), PAIRS_AT_ONCE)
    ]
    return np.concatenate([np.empty(0), *parts])
