from __future__ import annotations

import numpy as np
import pytest

from index.embedding.token_vectors import WEIGHT_STEP
from train.token_vectors import COMMON, DIMENSION, compress, frequency_in
from train.tokens import Sentences


def _sentences(*texts: list[int]) -> Sentences:
    ids = np.array([piece for text in texts for piece in text], dtype=np.uint16)
    return Sentences(ids, np.cumsum([0, *map(len, texts)]))


def test_frequency_is_averaged_over_the_sets() -> None:
    # Piece 1 is in all four texts of the first set, however often; piece 2 in the only one of the second.
    sentences = _sentences([1, 1, 0], [1], [1, 1, 1], [1, 0], [2])
    assert frequency_in(sentences, np.array([0, 0, 0, 0, 1]), 4) == pytest.approx([0.25, 0.5, 0.5, 0.0])


def test_compression_keeps_the_cosines_and_the_lengths() -> None:
    draw = np.random.default_rng(0)
    # What 384 numbers hold here lies on 100 axes, plus a little noise.
    static = (draw.normal(size=(3000, 100)) @ draw.normal(size=(100, 384)) / 10).astype(np.float32)
    static += draw.normal(scale=0.02, size=static.shape).astype(np.float32)
    compressed = compress(static, np.full(3000, 0.001))
    assert compressed.vectors.shape == (3000, DIMENSION)
    assert compressed.vectors.dtype == np.int8
    restored = compressed.vectors.astype(np.float32) * compressed.scales.astype(np.float32)[:, None]
    assert np.linalg.norm(restored, axis=1) == pytest.approx(np.linalg.norm(static, axis=1), rel=0.02)
    left, right = np.arange(0, 3000, 2), np.arange(1, 3000, 2)
    before, after = ((v[left] * v[right]).sum(axis=1) for v in (static, restored))
    assert np.corrcoef(before, after)[0, 1] > 0.999


def test_weights_grow_with_rarity_and_common_pieces_have_none() -> None:
    frequency = np.array([0.5, np.exp(-COMMON), 0.001, 0.00001, 0.0])
    weights = compress(np.eye(5, 384, dtype=np.float32), frequency).weights.astype(float) * WEIGHT_STEP
    assert weights[:2].tolist() == [0.0, 0.0]
    assert weights[2] == pytest.approx(-np.log(0.001) - COMMON, abs=WEIGHT_STEP)
    assert (np.diff(weights[1:]) > 0).all()


def test_a_row_of_zeros_stays_one() -> None:
    static = np.zeros((3, 384), dtype=np.float32)
    static[0, 5] = 1.0
    vectors = compress(static, np.full(3, 0.01)).vectors
    assert np.abs(vectors[0]).max() == 127
    assert not vectors[1:].any()
