"""One stage of the cross-encoder's training: batches of both tasks in turn, from its last checkpoint on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import torch
from torch.nn import functional

from train.checkpoint import Checkpoint
from train.lessons import MASK, SEP, length_batches
from train.reader.model import CrossEncoder, Reading
from train.reader.rows import Encoded, Task, collate
from train.workspace import SEED, RunLog, Workspace

BATCH_TOKENS = 6_000
LONGEST = 320
WARM_UP = 100
MOST_NORM = 1.0
_REPORT, _SAVE = 25, 300


@dataclass(frozen=True)
class Stage:
    """One or more passes over some rows.

    Attributes:
        name: for the log.
        body_rate: the body's peak learning rate.
        head_rate: the heads'.
        epochs: passes over the questions.
        noise: share of the body's hidden values dropped, lest it learn the rows by heart.
        blots: share of the words blotted out in questions and passages, to the same end. Claims keep their words:
            without "not" another verdict is right.
        steady: the learning rates stay at their peak; else they fall to nothing by the end.
        after: the stages that it starts from, by how much of each one's weights, if not from the one before.
        most: batches after which it ends, the other rows unread; None runs all.
    """

    name: str
    body_rate: float
    head_rate: float
    epochs: int
    noise: float = 0.0
    blots: float = 0.0
    steady: bool = False
    after: Mapping[str, float] = field(default_factory=dict)
    most: int | None = None


def train_stage(space: Workspace, model: CrossEncoder, stage: Stage, encoded: dict[Task, Encoded]) -> None:
    """Run one stage, from its last checkpoint if there is one.

    Args:
        space: where checkpoints lie.
        model: the weights to start from, changed in place.
        stage: how.
        encoded: the rows of each task that there are any of.
    """
    batches = _plan(stage, encoded)
    body = [weight for weight in model.body.parameters() if weight.requires_grad]
    heads = [*model.judge.parameters(), *model.span.parameters()]
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": stage.body_rate}, {"params": heads, "lr": stage.head_rate}],
        weight_decay=0.01,
        fused=True,
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / WARM_UP, 1.0 if stage.steady else max(0.01, 1 - step / len(batches)))
    )
    checkpoint = Checkpoint(space.work / f"reader.{stage.name}.checkpoint.pt", model, optimizer, schedule)
    first = checkpoint.restore()
    log = RunLog(f"reader.{stage.name}", resume=first > 0)
    log.write(step=first, batches=len(batches))
    sums: dict[str, list[float]] = {"answerable": [], "span": [], "support": []}
    model.train()
    model.drop_inside(stage.noise)
    for step in range(first, len(batches)):
        task, rows = batches[step]
        losses = _losses(model, task, encoded[task], rows, stage.blots if task == "read" else 0.0)
        optimizer.zero_grad(set_to_none=True)
        torch.autograd.backward(torch.stack(list(losses.values())).sum())
        torch.nn.utils.clip_grad_norm_(body + heads, MOST_NORM)
        optimizer.step()
        schedule.step()
        for name, loss in losses.items():
            sums[name].append(loss.item())
        if (step + 1) % _REPORT == 0:
            log.write(step=step + 1, **{name: round(float(np.mean(seen)), 4) for name, seen in sums.items() if seen})
            sums = {name: [] for name in sums}
        if (step + 1) % _SAVE == 0:
            checkpoint.save(step + 1)


def _plan(stage: Stage, encoded: dict[Task, Encoded]) -> list[tuple[Task, list[int]]]:
    """The batches of a stage: both tasks mixed, each batch of one task and like lengths."""
    batches: list[tuple[Task, list[int]]] = []
    for epoch in range(stage.epochs):
        draw = np.random.default_rng((SEED, epoch))
        part: list[tuple[Task, list[int]]] = []
        for task, rows in encoded.items():
            order = draw.permutation(len(rows))
            batches_of_task = length_batches(rows.lengths[order], BATCH_TOKENS, LONGEST)
            part += [(task, order[batch].tolist()) for batch in batches_of_task]
        batches += [part[index] for index in draw.permutation(len(part))]
    return batches[: stage.most]


def blotted(ids: torch.Tensor, share: float) -> torch.Tensor:
    """Token ids with this share of the words' ones replaced by [MASK], drawn anew at each call."""
    hit = (torch.rand(ids.shape) < share) & (ids > SEP)
    return ids.masked_fill(hit, MASK)


def _losses(
    model: CrossEncoder, task: Task, encoded: Encoded, rows: list[int], blots: float
) -> dict[str, torch.Tensor]:
    """Cross-entropies: of the verdict, and of the span's two ends where there is an answer."""
    ids, mask, types = collate(encoded, rows)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        reading: Reading = model(blotted(ids, blots), mask, types)
    labels = torch.from_numpy(encoded.labels[rows]).float()
    if task == "verify":
        return {"support": functional.binary_cross_entropy_with_logits(reading.support, labels)}
    losses = {"answerable": functional.binary_cross_entropy_with_logits(reading.answerable, labels)}
    spans = torch.from_numpy(encoded.spans[rows])
    answered = spans[:, 0] >= 0
    if answered.any():
        ends = zip((reading.start, reading.end), (spans[:, 0], spans[:, 1]), strict=True)
        losses["span"] = torch.stack(
            [functional.cross_entropy(logits[answered], goal[answered]) for logits, goal in ends]
        ).mean()
    return losses
