"""Which column of the keyword index a term has: a sorted, memory-mapped table of hashes.

A hundred thousand passages have half a million different terms. As a dictionary they take a tenth of a gigabyte and
half a second to load; as hashes twelve bytes each and no time. Two of n terms share a hash with a chance of n² / 2^65.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.store.mapped import mapped

HASHES_FILE = "terms.hashes.npy"
COLUMNS_FILE = "terms.columns.npy"
BYTES = 8

Hashes = NDArray[np.uint64]


def write_vocabulary(folder: Path, terms: Iterable[tuple[str, int]]) -> None:
    """Write distinct terms with their columns.

    Raises:
        OSError: the folder cannot be written.
    """
    pairs = list(terms)
    hashes, columns = hashes_of([term for term, _ in pairs]), np.array([column for _, column in pairs], dtype=np.int32)
    order = np.argsort(hashes)
    np.save(folder / HASHES_FILE, hashes[order])
    np.save(folder / COLUMNS_FILE, columns[order])


class Vocabulary:
    """Looks terms up. Safe to use from several threads: reading changes nothing."""

    def __init__(self, folder: Path) -> None:
        """Map the table into memory.

        Raises:
            OSError, EOFError, ValueError: a file is missing or damaged, or they do not fit each other.
        """
        self._hashes: Hashes = mapped(folder / HASHES_FILE)
        self._columns: NDArray[np.int32] = mapped(folder / COLUMNS_FILE)
        if self._hashes.shape != self._columns.shape:
            raise ValueError("the terms are incomplete")

    def __len__(self) -> int:
        """Number of terms."""
        return len(self._hashes)

    def columns(self, terms: Sequence[str]) -> list[int | None]:
        """The column of each term; None for one that nobody wrote."""
        wanted = hashes_of(terms)
        places = np.searchsorted(self._hashes, wanted)
        inside = places < len(self._hashes)
        known = np.zeros(len(terms), dtype=bool)
        known[inside] = self._hashes[places[inside]] == wanted[inside]
        return [int(self._columns[place]) if here else None for place, here in zip(places, known, strict=True)]


def hashes_of(terms: Sequence[str]) -> Hashes:
    """64 bits of each term's BLAKE2b hash: the same on every machine."""
    digests = b"".join(hashlib.blake2b(term.encode(), digest_size=BYTES).digest() for term in terms)
    return np.frombuffer(digests, dtype="<u8").astype(np.uint64)
