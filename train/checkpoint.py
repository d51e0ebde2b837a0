"""Where a training run stands, on disk: a stopped run goes on from its last checkpoint."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Protocol

import torch

from train.workspace import written


class _Stateful(Protocol):
    """What models, optimizers and schedules have in common."""

    def state_dict(self) -> dict[str, Any]: ...

    def load_state_dict(self, state_dict: dict[str, Any]) -> Any: ...


class Checkpoint:
    """A file with a model, its optimizer, the learning rate's schedule and the number of steps (or epochs) done."""

    def __init__(
        self,
        path: Path,
        model: torch.nn.Module,
        optimizer: torch.optim.Optimizer,
        schedule: torch.optim.lr_scheduler.LambdaLR,
    ) -> None:
        """Name the file and what belongs into it."""
        self._path = path
        self._parts: dict[str, _Stateful] = {"model": model, "optimizer": optimizer, "schedule": schedule}

    def restore(self) -> int:
        """Load the last state into model, optimizer and schedule; returns the steps done, 0 where nothing was saved."""
        if not self._path.exists():
            return 0
        state = torch.load(self._path)
        for name, part in self._parts.items():
            part.load_state_dict(state[name])
        return int(state["step"])

    def save(self, done: int) -> None:
        """Write the state after `done` steps, whole or not at all."""
        with written(self._path) as scratch:
            torch.save({**{name: part.state_dict() for name, part in self._parts.items()}, "step": done}, scratch)
