"""Words that were met before, with their pieces: a text is split into words far faster than into pieces."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.embedding.token_matrix import TokenMatrix


class Words(NamedTuple):
    """Some words, a row each.

    Attributes:
        pieces: uint16, the pieces of all words end to end.
        lengths: int32, pieces of each word.
        norms: float32, length of the sum of its pieces' vectors.
        weights: float32, how much it matters; 0 for one that is left out of texts.
    """

    pieces: NDArray[np.uint16]
    lengths: NDArray[np.int32]
    norms: NDArray[np.float32]
    weights: NDArray[np.float32]


def joined_words(parts: Sequence[Words]) -> Words:
    """Several tables as one, in order; at least one."""
    return Words(
        np.concatenate([part.pieces for part in parts]),
        np.concatenate([part.lengths for part in parts]),
        np.concatenate([part.norms for part in parts]),
        np.concatenate([part.weights for part in parts]),
    )


NOTHING = Words(np.zeros(0, np.uint16), np.zeros(0, np.int32), np.zeros(0, np.float32), np.zeros(0, np.float32))


class Lexicon:
    """Grows, never forgets. Safe to use from several threads."""

    def __init__(self) -> None:
        """Start without words."""
        self._lock = threading.Lock()
        self._numbers: dict[str, int] = {}
        self._words = NOTHING
        self._starts: NDArray[np.int64] = np.zeros(0, np.int64)

    def __len__(self) -> int:
        """Number of words."""
        return len(self._numbers)

    def lacking(self, words: Sequence[str]) -> list[str]:
        """The distinct words of these that it does not have, in order."""
        numbers = self._numbers
        return [word for word in dict.fromkeys(words) if word not in numbers]

    def learn(self, words: Sequence[str], look_up: Callable[[list[str]], Words]) -> None:
        """Add those of the words that are new; `look_up` says what they are."""
        with self._lock:
            new = self.lacking(words)
            if not new:
                return
            joined = joined_words([self._words, look_up(new)])
            self._words, self._starts = joined, np.cumsum(joined.lengths, dtype=np.int64) - joined.lengths
            # Last, so that who finds a number finds its row.
            self._numbers.update(zip(new, range(len(self._numbers), len(joined.lengths)), strict=True))

    def matrix(self, parts: Sequence[str]) -> TokenMatrix:
        """A text's words that have a weight.

        Args:
            parts: the text cut into what is between words and words, in turn; every word must be known.
        """
        words = parts[1::2]
        numbers = np.fromiter(map(self._numbers.__getitem__, words), np.int64, len(words))
        table, starts = self._words, self._starts
        kept = np.flatnonzero(table.weights[numbers])
        numbers = numbers[kept]
        bounds = np.cumsum(np.fromiter(map(len, parts), np.int32, len(parts)), dtype=np.int32)
        lengths = table.lengths[numbers]
        ends = np.cumsum(lengths, dtype=np.int32)
        own = ends - lengths
        total = int(ends[-1]) if len(ends) else 0
        places = np.repeat(starts[numbers] - own, lengths) + np.arange(total)
        return TokenMatrix(
            pieces=table.pieces[places],
            starts=own,
            offsets=np.stack((bounds[2 * kept], bounds[2 * kept + 1]), axis=1),
            norms=table.norms[numbers],
            weights=table.weights[numbers],
        )
