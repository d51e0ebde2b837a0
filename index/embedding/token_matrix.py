"""A text as the words that token-level matching compares."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class WordPieces:
    """The words of a text that carry meaning, in reading order; words as common as "the" are left out.

    A word's vector is the sum of its pieces' vectors, brought to unit length. It is kept as pieces and lengths, a
    fiftieth of the size, from which `TokenVectors.vectors` makes the vectors and `late_interaction` the cosines.

    Attributes:
        pieces: uint16, the vocabulary's ids of all words end to end.
        starts: int32 of shape (words,), where each word begins in `pieces`.
        norms: float32 of shape (words,), length of each word's sum of vectors; above 0.
    """

    pieces: NDArray[np.uint16]
    starts: NDArray[np.int32]
    norms: NDArray[np.float32]

    def __len__(self) -> int:
        """Number of words."""
        return len(self.starts)


@dataclass(frozen=True)
class TokenMatrix(WordPieces):
    """Words with their place in the text and their importance.

    Attributes:
        offsets: int32 of shape (words, 2), start and end of each word in the text, in code points.
        weights: float32 of shape (words,), how much each word matters; above 0.
    """

    offsets: NDArray[np.int32]
    weights: NDArray[np.float32]
