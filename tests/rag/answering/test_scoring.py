from __future__ import annotations

import math

import numpy as np
import pytest

from rag.answering.features import FEATURES
from rag.answering.scoring import LogisticModel, answer_confidence, crossing, sentence_score

ZEROS = np.zeros(len(FEATURES), dtype=np.float32)
ONES = np.ones(len(FEATURES), dtype=np.float32)


def _model(bias: float = 0.0, **weights: float) -> LogisticModel:
    return LogisticModel(bias=bias, weights={name: weights.get(name, 0.0) for name in FEATURES})


def test_probability_by_hand() -> None:
    assert _model().probability(ONES) == 0.5
    assert _model(bias=math.log(3)).probability(ZEROS) == pytest.approx(0.75)
    values = ZEROS.copy()
    values[FEATURES.index("coverage")] = 0.5
    assert _model(bias=-1.0, coverage=2.0).probability(values) == pytest.approx(0.5)
    assert _model(bias=-1.0, typed=2.0).probability(values) == pytest.approx(1 / (1 + math.e))


def test_the_extremes_neither_overflow_nor_reach_certainty() -> None:
    assert 0.0 < _model(bias=-1e6).probability(ZEROS) < 1e-9
    assert 1.0 - 1e-9 < _model(bias=1e6).probability(ZEROS) < 1.0


def test_a_feature_without_a_weight_is_an_error_not_a_zero() -> None:
    with pytest.raises(KeyError):
        LogisticModel(bias=0.0, weights={}).probability(ZEROS)
    with pytest.raises(ValueError, match="zip"):
        _model().probability(ZEROS[:-1])


def test_the_shipped_weights_fit_the_features_in_every_direction() -> None:
    for question in ("de", "en"):
        for article in ("de", "en"):
            for judge in (sentence_score, answer_confidence):
                assert 0.0 < judge(ZEROS, question, article) < 1.0
                assert judge(ONES, question, article) != judge(ZEROS, question, article)


def test_a_sentence_that_has_the_questions_words_scores_higher() -> None:
    values = ZEROS.copy()
    values[FEATURES.index("coverage")] = 1.0
    for article in ("de", "en"):
        assert sentence_score(values, "de", article) > sentence_score(ZEROS, "de", article)


def test_crossing() -> None:
    assert crossing("de", "de") == crossing("en", "en") == "same"
    assert crossing("de", "en") == crossing("en", "de") == "cross"
