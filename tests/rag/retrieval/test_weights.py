from __future__ import annotations

import pytest
from pydantic import ValidationError

from index.columns import LANGUAGES
from rag.retrieval.weights import Directions, weights_of


@pytest.mark.parametrize("question", LANGUAGES)
@pytest.mark.parametrize("article", LANGUAGES)
def test_every_direction_lets_more_than_keywords_count(question: str, article: str) -> None:
    weights = weights_of(question, article)  # type: ignore[arg-type]
    assert weights.vector + weights.token > 0
    assert 0 < weights.token_mean < 1
    assert 0 < weights.token_deviation < 1


@pytest.mark.parametrize("wrong", ['{"de>de": {"keyword": 1}}', '{"de>de": {"keyword": -1}}', "[]"])
def test_a_broken_file_is_refused(wrong: str) -> None:
    with pytest.raises(ValidationError):
        Directions.model_validate_json(wrong)
