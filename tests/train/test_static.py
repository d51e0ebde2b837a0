from __future__ import annotations

import pytest
import torch

from train.static import ranking_loss


def test_ranking_wants_each_translation_nearest() -> None:
    vectors = torch.eye(8)
    assert ranking_loss(vectors, vectors).item() < 0.001
    assert ranking_loss(vectors, vectors.roll(1, dims=0)).item() > 10


def test_vectors_that_say_nothing_cost_two() -> None:
    alike = torch.nn.functional.normalize(torch.ones(8, 4), dim=1)
    assert ranking_loss(alike, alike).item() == pytest.approx(2.0)
