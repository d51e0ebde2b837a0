"""Weighted means of states."""

from __future__ import annotations

import pytest
import torch

from train.reader.states import mean_of

ONE = {"weight": torch.tensor([0.0, 1.0]), "position_ids": torch.tensor([0, 1])}
OTHER = {"weight": torch.tensor([1.0, 3.0]), "position_ids": torch.tensor([0, 1])}


@pytest.mark.parametrize(("share", "expected"), [(0.0, [0.0, 1.0]), (1.0, [1.0, 3.0]), (0.25, [0.25, 1.5])])
def test_a_mean_lies_between_two_states(share: float, expected: list[float]) -> None:
    assert mean_of([ONE, OTHER], [1.0 - share, share])["weight"].tolist() == expected


def test_what_is_no_number_to_be_moved_stays() -> None:
    assert mean_of([ONE, OTHER], [0.5, 0.5])["position_ids"].tolist() == [0, 1]


def test_shares_must_be_whole_together() -> None:
    with pytest.raises(ValueError, match="add up to 1"):
        mean_of([ONE, OTHER], [0.5, 0.6])
