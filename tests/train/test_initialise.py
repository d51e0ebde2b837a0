from __future__ import annotations

import numpy as np

from train.initialise import borrow


def test_german_pieces_borrow_from_english_neighbours_and_the_rest_stays() -> None:
    draw = np.random.default_rng(1)
    english, size = 40, 43
    vectors = draw.normal(size=(english, 6)).astype(np.float32)
    static = draw.normal(size=(size, 5)).astype(np.float32)
    static[40] = static[7] * 3  # a new piece that means what piece 7 does
    static[5] = static[9]  # an old piece seen mostly in German
    share = np.full(size, 0.9)
    share[[5, 40, 41, 42]] = 0.0
    seen = np.full(size, 100)
    seen[42] = 0
    words = np.ones(size, dtype=bool)
    words[3] = False
    fresh = borrow(vectors, static, share, seen, words)

    def nearest(row: int) -> int:
        return int((fresh[row] @ vectors.T / np.linalg.norm(vectors, axis=1)).argmax())

    untouched = [row for row in range(english) if row != 5]
    assert np.array_equal(fresh[untouched], vectors[untouched])
    assert nearest(40) == 7
    assert nearest(5) == 9
    anchors = [row for row in range(english) if row not in (3, 5)]
    assert np.allclose(fresh[42], vectors[anchors].mean(axis=0), atol=1e-5)


def test_a_piece_of_both_languages_is_mixed() -> None:
    draw = np.random.default_rng(2)
    vectors = draw.normal(size=(20, 4)).astype(np.float32)
    static = draw.normal(size=(20, 4)).astype(np.float32)
    seen, words = np.full(20, 100), np.ones(20, dtype=bool)
    share = np.full(20, 0.9)
    share[0] = 0.0
    german = borrow(vectors, static, share, seen, words)[0]
    share[0] = 0.25
    mixed = borrow(vectors, static, share, seen, words)[0]
    assert np.allclose(mixed, 0.5 * vectors[0] + 0.5 * german, atol=1e-5)
