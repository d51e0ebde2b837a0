from __future__ import annotations

import numpy as np
import pytest

from rag.answering.features import FEATURES
from rag.answering.scoring import answer_confidence, sentence_score

ZEROS = np.zeros(len(FEATURES), dtype=np.float32)
ONES = np.ones(len(FEATURES), dtype=np.float32)


def test_features_without_a_name_are_an_error() -> None:
    with pytest.raises(ValueError, match="zip"):
        sentence_score(ZEROS[:-1], "de", "de")


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
