"""States of the cross-encoders between its stages: weighted means of weights (WiSE-FT, Wortsman et al. 2022)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import torch

from train.reader.shipped import shipped_state
from train.workspace import Workspace

State = Mapping[str, torch.Tensor]


def state_of(space: Workspace, shares: Mapping[str, float], shipped: Path | None = None) -> dict[str, torch.Tensor]:
    """The weights between those that stages ended with.

    Args:
        space: where `reader.STAGE.pt` lie.
        shares: how much of each stage's weights; they add up to 1.
        shipped: a shipped model that stands in for the stages which have left no weights here.
    """
    there = {stage for stage in shares if shipped is None or (space.work / f"reader.{stage}.pt").exists()}
    states = [torch.load(space.file(f"reader.{stage}.pt")) for stage in shares if stage in there]
    weights = [share for stage, share in shares.items() if stage in there]
    if shipped is not None and len(there) < len(shares):
        states.append(shipped_state(shipped))
        weights.append(1.0 - sum(weights))
    return mean_of(states, weights)


def mean_of(states: Sequence[State], shares: Sequence[float]) -> dict[str, torch.Tensor]:
    """The weighted mean of a model's states; what is no number with a fraction is taken from the first.

    Raises:
        ValueError: the shares do not add up to 1, or are not as many as the states.
    """
    if len(states) != len(shares) or abs(sum(shares) - 1.0) > 1e-6:
        raise ValueError(f"{len(states)} states with shares {list(shares)}: they must add up to 1")
    return {
        name: torch.stack([share * state[name] for state, share in zip(states, shares, strict=True)]).sum(dim=0)
        if weights.is_floating_point()
        else weights
        for name, weights in states[0].items()
    }
