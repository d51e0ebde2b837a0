from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.logistic import LogisticModel, crossing, logit


def test_probability_by_hand() -> None:
    assert LogisticModel(bias=0.0, weights={}).probability({}) == 0.5
    assert LogisticModel(bias=math.log(3), weights={}).probability({"other": 9.0}) == pytest.approx(0.75)
    model = LogisticModel(bias=-1.0, weights={"coverage": 2.0, "typed": 2.0})
    assert model.probability({"coverage": 0.5, "typed": 0.0}) == pytest.approx(0.5)
    assert model.probability({"coverage": 0.0, "typed": 0.0}) == pytest.approx(1 / (1 + math.e))


def test_the_extremes_neither_overflow_nor_reach_certainty() -> None:
    assert 0.0 < LogisticModel(bias=-1e6, weights={}).probability({}) < 1e-9
    assert 1.0 - 1e-9 < LogisticModel(bias=1e6, weights={}).probability({}) < 1.0


def test_a_missing_value_is_an_error_not_a_zero() -> None:
    with pytest.raises(KeyError):
        LogisticModel(bias=0.0, weights={"coverage": 1.0}).probability({"typed": 1.0})


@given(st.floats(0.001, 0.999))
def test_logit_is_the_inverse(probability: float) -> None:
    assert LogisticModel(bias=logit(probability), weights={}).probability({}) == pytest.approx(probability)


def test_logit_of_certainty_is_finite() -> None:
    assert logit(0.0) == pytest.approx(-logit(1.0))
    assert math.isfinite(logit(0.0))


def test_crossing() -> None:
    assert crossing("de", "de") == crossing("en", "en") == "same"
    assert crossing("de", "en") == crossing("en", "de") == "cross"
