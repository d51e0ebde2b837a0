from __future__ import annotations

from pathlib import Path

import torch

from train.checkpoint import Checkpoint


def run(path: Path, stop: int | None = None) -> tuple[int, torch.Tensor]:
    """Six steps in all, or as many as until it is stopped; returns where it began and the weights."""
    torch.manual_seed(0)
    model = torch.nn.Linear(3, 1)
    optimizer = torch.optim.AdamW(model.parameters(), lr=0.1)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: 1 - step / 6)
    checkpoint = Checkpoint(path, model, optimizer, schedule)
    first = checkpoint.restore()
    for step in range(first, stop or 6):
        inputs = torch.ones(2, 3) * (step + 1)
        optimizer.zero_grad()
        torch.autograd.backward(model(inputs).square().sum())
        optimizer.step()
        schedule.step()
        checkpoint.save(step + 1)
    return first, model.weight.detach().clone()


def test_a_stopped_run_ends_as_one_that_was_not(tmp_path: Path) -> None:
    _, whole = run(tmp_path / "whole.pt")
    assert run(tmp_path / "stopped.pt", stop=4)[0] == 0
    first, resumed = run(tmp_path / "stopped.pt")
    assert first == 4
    assert torch.equal(resumed, whole)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
