from __future__ import annotations

import math

import pytest

from bench.ablation.values import Column, difference, single


def test_mean_gives_every_group_the_same_say() -> None:
    column = Column(((1.0,), (0.0, 0.0, 0.0)))
    assert column.mean == 0.5
    assert column.size == 4


def test_difference_is_negative_where_the_part_pays_and_has_its_paired_error() -> None:
    change, error = difference(single([1.0, 1.0, 0.5, 0.5]), single([0.0, 1.0, 0.5, 0.5]))
    assert change == -0.25
    assert error == pytest.approx(0.25)  # changes -1, 0, 0, 0: deviation .5 over the root of 4


def test_error_of_a_macro_mean_adds_those_of_its_groups() -> None:
    one, other = (1.0, 0.0), (0.0, 0.0)
    _, alone = difference(Column((one,)), Column((other,)))
    _, macro = difference(Column((one, one)), Column((other, other)))
    assert macro == pytest.approx(alone / math.sqrt(2))


def test_what_changes_nothing_has_no_error() -> None:
    assert difference(single([0.3, 0.7]), single([0.3, 0.7])) == (0.0, 0.0)


def test_columns_about_other_questions_are_refused() -> None:
    with pytest.raises(ValueError, match="2 questions with everything on, 1 without"):
        difference(single([1.0, 1.0]), single([1.0]))
