"""Bilingual vectors of words: what German and English words have in common, without running a model.

Each of the 50,522 pieces of the bilingual vocabulary has one vector (see `index/models/fundstelle-tokens-de-en`); a
word's vector is the sum of its pieces', so that "Verteidigungsminister" is near "defence" as well as near "minister".
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from index.embedding.default import MODELS, SHIPPED
from index.embedding.export import TOKENIZER_FILE
from index.embedding.interface import Vectors
from index.embedding.lexicon import Lexicon, Words, joined_words
from index.embedding.token_matrix import TokenMatrix, WordPieces
from index.embedding.tokenizer_file import load_tokenizer
from index.errors import ModelError

TOKEN_VECTORS = "fundstelle-tokens-de-en"
VECTORS_FILE = "vectors.npy"
SCALES_FILE = "scales.npy"
WEIGHTS_FILE = "weights.npy"

WEIGHT_STEP = 0.05
"""Weights are stored in 8 bits as multiples of this."""

MOST_WORDS = 50_000
"""Words remembered with their pieces (about 8 MB); beyond that all are forgotten and looked up anew."""

FEW_WORDS = 64

UNKNOWN = "[UNK]"
_WORD = re.compile(r"(\w+)")
_AT_ONCE = 4096


class TokenVectors:
    """The table of vectors. Safe to use from several threads.

    Attributes:
        dimension: length of a vector.
    """

    def __init__(self, folder: Path, tokenizer: Path) -> None:
        """Map the vectors into memory and load the vocabulary.

        Args:
            folder: what `python -m train.token_vectors` wrote.
            tokenizer: the vocabulary's `tokenizer.json`.

        Raises:
            ModelError: a file is missing or damaged, or they do not belong together.
        """
        try:
            self._vectors: NDArray[np.int8] = np.load(folder / VECTORS_FILE, mmap_mode="r")
            self._scales: Vectors = np.load(folder / SCALES_FILE).astype(np.float32)
            self._weights: Vectors = np.load(folder / WEIGHTS_FILE).astype(np.float32) * np.float32(WEIGHT_STEP)
            self._tokenizer = load_tokenizer(tokenizer)
            _check(self._vectors, self._scales, self._weights, self._tokenizer)
        except (OSError, EOFError, ValueError, TypeError) as error:
            message = f"cannot load the token vectors from {folder}: {error}."
            raise ModelError(message, "Reinstall Fundstelle: make demo") from error
        self.dimension = int(self._vectors.shape[1])
        self._unknown: int | None = self._tokenizer.token_to_id(UNKNOWN)
        self._lexicon = Lexicon()

    def encode(self, text: str) -> TokenMatrix:
        """The meaningful words of a text. See `encode_all`, which is faster for many."""
        return self.encode_all([text])[0]

    def encode_all(self, texts: Sequence[str]) -> list[TokenMatrix]:
        """The meaningful words of each text.

        A word is a run of letters, digits and underscores. Left out are words of weight 0, and those that hold a
        character which the vocabulary does not have: all of them would look alike.
        """
        parts = [_WORD.split(text) for text in texts]
        lexicon = self._knowing([word for part in parts for word in part[1::2]])
        return [lexicon.matrix(part) for part in parts]

    def vectors(self, matrix: WordPieces) -> Vectors:
        """The words' unit vectors, float32 of shape (words, dimension)."""
        if len(matrix) == 0:
            return np.zeros((0, self.dimension), dtype=np.float32)
        sums: Vectors = np.add.reduceat(self.piece_vectors(matrix.pieces), matrix.starts, axis=0)
        unit: Vectors = sums / matrix.norms[:, None]
        return unit

    def piece_vectors(self, pieces: NDArray[np.integer]) -> Vectors:
        """The vectors of some pieces as they add up to words (not of unit length), float32."""
        vectors: Vectors = self._vectors[pieces].astype(np.float32)
        vectors *= self._scales[pieces][:, None]
        return vectors

    @property
    def size(self) -> int:
        """Number of pieces in the vocabulary."""
        return len(self._scales)

    def _knowing(self, words: list[str]) -> Lexicon:
        """The lexicon, with these words in it."""
        lexicon = self._lexicon
        lacking = lexicon.lacking(words)
        if lacking and len(lexicon) + len(lacking) > MOST_WORDS:
            # A fresh one: another thread may still be reading the old.
            self._lexicon = lexicon = Lexicon()
            lacking = words
        if lacking:
            lexicon.learn(lacking, self._look_up)
        return lexicon

    def _look_up(self, words: list[str]) -> Words:
        batches = (words[start : start + _AT_ONCE] for start in range(0, len(words), _AT_ONCE))
        return joined_words([self._look_up_some(batch) for batch in batches])

    def _ids(self, words: list[str]) -> list[list[int]]:
        """The pieces of each word. A question's few are not worth the threads that a batch is shared out to."""
        if len(words) <= FEW_WORDS:
            return [self._tokenizer.encode(word, add_special_tokens=False).ids for word in words]
        return [encoding.ids for encoding in self._tokenizer.encode_batch_fast(words, add_special_tokens=False)]

    def _look_up_some(self, words: list[str]) -> Words:
        ids = self._ids(words)
        known = [bool(own) and self._unknown not in own for own in ids]
        # A word that is left out has one piece all the same: no sum is empty.
        ids = [own if keep else [0] for own, keep in zip(ids, known, strict=True)]
        lengths = np.array([len(own) for own in ids], dtype=np.int32)
        starts = np.cumsum(lengths) - lengths
        pieces = np.array([piece for own in ids for piece in own], dtype=np.uint16)
        norms: Vectors = np.linalg.norm(np.add.reduceat(self.piece_vectors(pieces), starts, axis=0), axis=1)
        weights = np.where(np.array(known) & (norms > 0.0), np.add.reduceat(self._weights[pieces], starts), 0.0)
        return Words(pieces, lengths, norms, weights.astype(np.float32))


@functools.cache
def default_token_vectors() -> TokenVectors:
    """The table that Fundstelle comes with (loaded once a process).

    Raises:
        ModelError: a file is missing or damaged.
    """
    return TokenVectors(MODELS / TOKEN_VECTORS, MODELS / SHIPPED / TOKENIZER_FILE)


def _check(vectors: NDArray[np.int8], scales: Vectors, weights: Vectors, tokenizer: Tokenizer) -> None:
    """Raises ValueError when the parts do not fit each other."""
    pieces = tokenizer.get_vocab_size()
    if vectors.ndim != 2 or vectors.dtype != np.int8 or scales.shape != weights.shape or scales.ndim != 1:
        raise ValueError("they are no 8-bit matrix with a scale and a weight a row")
    if not len(vectors) == len(scales) == pieces:
        raise ValueError(f"{len(vectors)} vectors, {len(scales)} scales, {pieces} pieces in the vocabulary")
