"""Every passage's words as pieces of the bilingual vocabulary, for late interaction without reading texts again.

Four memory-mapped arrays: all pieces and all words end to end, and where each passage begins in them. About 600 bytes a
passage of a hundred words.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.embedding.token_matrix import WordPieces
from index.store.mapped import mapped

PIECES_FILE = "words.pieces.npy"
LENGTHS_FILE = "words.lengths.npy"
NORMS_FILE = "words.norms.npy"
ROWS_FILE = "words.rows.npy"


def write_words(folder: Path, passages: Sequence[WordPieces]) -> None:
    """Write the words of all passages, row by row.

    Raises:
        OSError: the folder cannot be written.
    """
    sizes = np.array([(0, 0), *((len(p), len(p.pieces)) for p in passages)], dtype=np.int64)
    np.save(folder / ROWS_FILE, np.cumsum(sizes, axis=0))
    np.save(folder / PIECES_FILE, _joined([p.pieces for p in passages]).astype(np.uint16))
    np.save(folder / LENGTHS_FILE, _joined([_lengths(p) for p in passages]).astype(np.uint16))
    # Half precision: three digits, where cosines are compared to two.
    np.save(folder / NORMS_FILE, _joined([p.norms for p in passages]).astype(np.float16))


class PassageWords:
    """Gives passages' words. Safe to use from several threads: reading changes nothing."""

    def __init__(self, folder: Path, passages: int) -> None:
        """Map the files into memory.

        Args:
            folder: what `write_words` wrote into.
            passages: how many rows there are.

        Raises:
            OSError, ValueError: a file is missing or damaged, or they do not fit each other.
        """
        self._rows: NDArray[np.int64] = mapped(folder / ROWS_FILE)
        self._pieces: NDArray[np.uint16] = mapped(folder / PIECES_FILE)
        self._lengths: NDArray[np.uint16] = mapped(folder / LENGTHS_FILE)
        self._norms: NDArray[np.float16] = mapped(folder / NORMS_FILE)
        if self._rows.shape != (passages + 1, 2):
            raise ValueError(f"the words have {len(self._rows) - 1} rows, {passages} expected")
        words, pieces = self._rows[-1].tolist()
        if not (len(self._lengths) == len(self._norms) == words and len(self._pieces) == pieces):
            raise ValueError("the words are incomplete")

    @property
    def files(self) -> list[NDArray[Any]]:
        """The mapped arrays."""
        return [self._rows, self._pieces, self._lengths, self._norms]

    def of(self, rows: Sequence[int]) -> list[WordPieces]:
        """The words of passages, each with its article's title before it as it is embedded, in the order of `rows`."""
        return [self._of(row) for row in rows]

    def _of(self, row: int) -> WordPieces:
        (word, piece), (last_word, last_piece) = self._rows[row].tolist(), self._rows[row + 1].tolist()
        lengths = self._lengths[word:last_word].astype(np.int32)
        return WordPieces(
            pieces=self._pieces[piece:last_piece],
            starts=np.cumsum(lengths, dtype=np.int32) - lengths,
            norms=self._norms[word:last_word].astype(np.float32),
        )


def _lengths(passage: WordPieces) -> NDArray[np.integer]:
    return np.diff(passage.starts, append=len(passage.pieces))


def _joined(parts: Sequence[NDArray[np.generic]]) -> NDArray[np.generic]:
    return np.concatenate(parts) if parts else np.zeros(0)
