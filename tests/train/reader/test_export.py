from __future__ import annotations

import torch

from train.reader.export import between


def test_the_verifier_lies_between_two_states() -> None:
    one = {"weight": torch.tensor([0.0, 1.0]), "position_ids": torch.tensor([0, 1])}
    other = {"weight": torch.tensor([1.0, 3.0]), "position_ids": torch.tensor([0, 1])}
    assert between(one, other, 0.0)["weight"].tolist() == [0.0, 1.0]
    assert between(one, other, 1.0)["weight"].tolist() == [1.0, 3.0]
    assert between(one, other, 0.25)["weight"].tolist() == [0.25, 1.5]
    assert between(one, other, 0.25)["position_ids"].tolist() == [0, 1], "what is no number to be moved stays"
