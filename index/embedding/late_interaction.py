"""Texts compared word by word: how well one's words are found in another, and which word stands for which.

Late interaction as in ColBERT (Khattab & Zaharia 2020): each word of the question counts with its best counterpart in
the passage. The vectors are static, so a passage needs no model, and cosines are taken once a piece, not once a word:
a word being the sum of its pieces, so is its product with another.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.embedding.interface import Vectors
from index.embedding.products import products
from index.embedding.token_matrix import TokenMatrix, WordPieces
from index.embedding.token_vectors import TokenVectors

POWER = 2
"""Cosines are raised to this, so that one good counterpart counts more than several vague ones. Chosen on MLQA dev."""

ALIGNED = 0.3
"""Least cosine of two words that stand for each other."""


def late_interaction(table: TokenVectors, question: TokenMatrix, passages: Sequence[WordPieces]) -> Vectors:
    """How much of the question is found in each passage.

    Returns:
        float32 of shape (len(passages),), 0 (no counterpart for any word) to 1 (every word stands there); 0 for a
        question or a passage without meaningful words.
    """
    if len(question) == 0:
        return np.zeros(len(passages), dtype=np.float32)
    best = best_counterparts(table, question, passages)
    scores: Vectors = (question.weights / question.weights.sum()) @ best**POWER
    return scores


def best_counterparts(table: TokenVectors, question: WordPieces, passages: Sequence[WordPieces]) -> Vectors:
    """How well each word of the question is found in each passage.

    Returns:
        float32 of shape (len(question), len(passages)): cosine with the best counterpart, 0 to 1; 0 in a passage
        without meaningful words.
    """
    best = np.zeros((len(question), len(passages)), dtype=np.float32)
    filled = [number for number, passage in enumerate(passages) if len(passage)]
    if len(question) and filled:
        kept = [passages[number] for number in filled]
        cosines = _cosines(table, table.vectors(question), kept)
        best[:, filled] = np.maximum.reduceat(cosines, _starts([len(passage) for passage in kept]), axis=1)
    return best


def align(
    table: TokenVectors, left: TokenMatrix, right: TokenMatrix, least: float = ALIGNED
) -> list[tuple[int, int, float]]:
    """Which words of two texts stand for each other, in one language or across.

    Each word of either side is linked with its best counterpart, so that "Verteidigungsminister" is linked with both
    "defence" and "minister".

    Args:
        table: the vectors.
        left: a text's words.
        right: the other's.
        least: links of a lower cosine are left out.

    Returns:
        (index in left, index in right, cosine), without repetition, in order.
    """
    if len(left) == 0 or len(right) == 0:
        return []
    cosines = _cosines(table, table.vectors(left), [right])
    forth = {(row, int(column)) for row, column in enumerate(cosines.argmax(axis=1))}
    back = {(int(row), column) for column, row in enumerate(cosines.argmax(axis=0))}
    links = [(row, column, float(cosines[row, column])) for row, column in sorted(forth | back)]
    return [link for link in links if link[2] >= least]


def _cosines(table: TokenVectors, units: Vectors, texts: Sequence[WordPieces]) -> Vectors:
    """Cosines of some unit vectors with all words of the texts end to end, none below 0."""
    pieces = np.concatenate([text.pieces for text in texts])
    seen = np.zeros(table.size, dtype=bool)
    seen[pieces] = True
    distinct = np.flatnonzero(seen)
    place = np.empty(table.size, dtype=np.intp)
    place[distinct] = np.arange(len(distinct))
    by_piece = products(units, table.piece_vectors(distinct))[:, place[pieces]]
    first = np.repeat(_starts([len(text.pieces) for text in texts]), [len(text) for text in texts])
    sums = np.add.reduceat(by_piece, first + np.concatenate([text.starts for text in texts]), axis=1)
    cosines: Vectors = np.clip(sums / np.concatenate([text.norms for text in texts]), 0.0, 1.0)
    return cosines


def _starts(lengths: Sequence[int]) -> NDArray[np.intp]:
    return np.cumsum([0, *lengths[:-1]], dtype=np.intp)
