"""Train the cross-encoder: `python -m train.reader`.

Four stages on the embedder's body, both tasks mixed in each: first the questions and claims that rules made
(`train.questions`, `train.support`), then MLQA's real questions (CC BY-SA 3.0, which the weights therefore carry) with
passages that the embedder finds for them and that do not answer; then the questions written for the purpose
(`train.reader.written`), also on passages from which the answer was taken out, with some of MLQA's; at last these once
more, with the claims written for the purpose (`train.support.written`). A quarter of MLQA's articles is held out.
Writes `reader.pt`. Two hours on two cores; a stopped run goes on from its last checkpoint.
"""

from __future__ import annotations

import logging
import random
from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer
from torch.nn import functional

from train.checkpoint import Checkpoint
from train.evaluate import student_embedding
from train.initialise import load_bert
from train.lessons import length_batches
from train.reader.evaluate import reading_scores, verifying_scores
from train.reader.model import CrossEncoder, Reading
from train.reader.negatives import with_hard_negatives
from train.reader.rows import (
    Encoded,
    Row,
    Task,
    collate,
    encode_rows,
    generated_questions,
    is_held_out,
    mlqa,
    shuffle_for_training,
    support_rows,
)
from train.reader.written import without_answer, written_articles, written_rows
from train.support.written import written_claims
from train.workspace import SEED, RunLog, Workspace, open_workspace, parser_of, written

logger = logging.getLogger(__name__)

BATCH_TOKENS = 6_000
LONGEST = 320
WARM_UP = 100
MOST_NORM = 1.0
_REPORT, _SAVE = 25, 300


@dataclass(frozen=True)
class Stage:
    """One pass over some rows.

    Attributes:
        name: for the log.
        body_rate: the body's peak learning rate.
        head_rate: the heads'.
        epochs: passes over the questions.
    """

    name: str
    body_rate: float
    head_rate: float
    epochs: int


GENERATED = Stage("generated", 2e-4, 1e-3, 1)
REAL = Stage("real", 1e-4, 3e-4, 4)
WRITTEN = Stage("written", 1e-4, 3e-4, 1)
CLAIMED = Stage("claimed", 1e-4, 3e-4, 1)
MIXED_IN = 16
"""One row of MLQA of either sort to so many of what was written, lest its questions be forgotten."""
CLAIMS_REPEATED = 3
"""Passes over the written claims in the last stage, which are a fraction of its rows."""


def main() -> None:
    """Train and write the reader."""
    parser = parser_of(__doc__)
    parser.add_argument("--questions", type=int, default=70_000, metavar="N", help="generated questions to use")
    parser.add_argument("--claims", type=int, default=70_000, metavar="N", help="generated claims to use")
    options = parser.parse_args()
    space = open_workspace(options)
    torch.manual_seed(SEED)
    torch.set_num_threads(2)
    tokenizer = Tokenizer.from_file(str(space.file("tokenizer.json")))
    questions = generated_questions(space.file("questions.jsonl"))
    claims = support_rows(space.file("support.jsonl"))
    shuffle_for_training(questions, claims)
    asked = mlqa(space.data / "qa")
    seen = [question for question in asked if not is_held_out(question)]
    real = with_hard_negatives(space, seen)
    near = [row for question in seen if (row := without_answer(question)) is not None]
    embed = student_embedding(space, load_bert(space.file("embedder"), attention="sdpa").eval())
    ours = written_rows(written_articles("train"), embed)
    mixed_in = [*sampled(real, len(ours) // MIXED_IN), *sampled(near, len(ours) // MIXED_IN)]
    model = CrossEncoder(space.file("embedder"))
    fresh = claims[options.claims :]
    rest = fresh[2 * len(real) :]
    stated = [Row("verify", row.claim, row.evidence, bool(row.label)) for row in written_claims("train")]
    stages = [
        (GENERATED, questions[: options.questions], claims[: options.claims]),
        (REAL, real, fresh[: 2 * len(real)]),
        (WRITTEN, [*ours, *mixed_in], rest[: len(ours) // 4]),
        (CLAIMED, [*ours, *mixed_in], [*stated * CLAIMS_REPEATED, *rest[len(ours) // 4 :][: len(ours) // 8]]),
    ]
    for stage, read, verify in stages:
        checkpoint = space.work / f"reader.{stage.name}.pt"
        done = checkpoint.exists()
        if not done:
            encoded: dict[Task, Encoded] = {
                "read": encode_rows(tokenizer, read),
                "verify": encode_rows(tokenizer, verify),
            }
            _train(space, model, stage, encoded)
            with written(checkpoint) as scratch:
                torch.save(model.state_dict(), scratch)
        model.load_state_dict(torch.load(checkpoint))
        if done:
            continue
        held_out = [question for question in asked if is_held_out(question)]
        log = RunLog("reader.scores", resume=stage is not GENERATED)
        log.write(
            stage=stage.name, **reading_scores(model, tokenizer, held_out), **verifying_scores(space, model, tokenizer)
        )
    with written(space.work / "reader.pt") as scratch:
        torch.save(model.state_dict(), scratch)


def sampled(rows: list[Row], count: int) -> list[Row]:
    """So many of the rows, the same ones each time."""
    return random.Random(SEED).sample(rows, min(count, len(rows)))


def _train(space: Workspace, model: CrossEncoder, stage: Stage, encoded: dict[Task, Encoded]) -> None:
    """Run one stage, from its last checkpoint if there is one."""
    batches = _plan(stage, encoded)
    body = [weight for weight in model.body.parameters() if weight.requires_grad]
    heads = [*model.judge.parameters(), *model.span.parameters()]
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": stage.body_rate}, {"params": heads, "lr": stage.head_rate}],
        weight_decay=0.01,
        fused=True,
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / WARM_UP, max(0.01, 1 - step / len(batches)))
    )
    checkpoint = Checkpoint(space.work / f"reader.{stage.name}.checkpoint.pt", model, optimizer, schedule)
    first = checkpoint.restore()
    log = RunLog(f"reader.{stage.name}", resume=first > 0)
    log.write(step=first, batches=len(batches))
    sums: dict[str, list[float]] = {"answerable": [], "span": [], "support": []}
    model.train()
    for step in range(first, len(batches)):
        task, rows = batches[step]
        losses = _losses(model, task, encoded[task], rows)
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
    """All batches of a stage: both tasks mixed, each batch of one task and like lengths."""
    batches: list[tuple[Task, list[int]]] = []
    for epoch in range(stage.epochs):
        draw = np.random.default_rng((SEED, epoch))
        part: list[tuple[Task, list[int]]] = []
        for task, rows in encoded.items():
            order = draw.permutation(len(rows))
            batches_of_task = length_batches(rows.lengths[order], BATCH_TOKENS, LONGEST)
            part += [(task, order[batch].tolist()) for batch in batches_of_task]
        batches += [part[index] for index in draw.permutation(len(part))]
    return batches


def _losses(model: CrossEncoder, task: Task, encoded: Encoded, rows: list[int]) -> dict[str, torch.Tensor]:
    """Cross-entropies: of the verdict, and of the span's two ends where there is an answer."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        reading: Reading = model(*collate(encoded, rows))
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


if __name__ == "__main__":
    main()
