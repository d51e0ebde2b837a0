from __future__ import annotations

import numpy as np
import pytest

from train.alignment import Lexicon, Side, align


def _side(*sentences: list[int]) -> Side:
    flat = [word for sentence in sentences for word in sentence]
    return Side(np.array(flat, np.int32), np.array([len(sentence) for sentence in sentences], np.int32))


def _chance(lexicon: Lexicon, left: int, right: int) -> float:
    found = np.flatnonzero((lexicon.left == left) & (lexicon.right == right))
    return float(lexicon.right_of_left[found[0]]) if len(found) else 0.0


def test_what_is_left_over_is_learned() -> None:
    # "das haus / the house", "das buch / the book", "ein buch / a book": the example of Brown et al.
    lexicon = align(_side([0, 1], [0, 2], [3, 2]), _side([0, 1], [0, 2], [3, 2]), rounds=30)
    for word in range(4):
        assert _chance(lexicon, word, word) > 0.9
    assert _chance(lexicon, 1, 0) < 0.1
    assert _chance(lexicon, 1, 3) == 0.0


def test_probabilities_of_every_word_add_up_to_one_both_ways() -> None:
    draw = np.random.default_rng(5)
    left, right = (_side(*([*draw.permutation(20)[:4]] for _ in range(60))) for _ in range(2))
    lexicon = align(left, right)
    for words, chances in ((lexicon.left, lexicon.right_of_left), (lexicon.right, lexicon.left_of_right)):
        assert np.bincount(words, chances) == pytest.approx(np.ones(20), abs=1e-5)
    assert lexicon.together.sum() == 60 * 16


def test_a_missing_translation_is_refused() -> None:
    with pytest.raises(ValueError, match="2 sentences have 1 translations"):
        align(_side([0], [1]), _side([0]))
