"""Tune the distilled student on questions: `python -m train.tune`.

The teacher knows questions in English only. Here German and English questions that rules made of permissive sentences
(`train.questions`) must find their passage, in either language, among the batch's (InfoNCE, as Karpukhin et al. 2020,
"Dense passage retrieval"); half of the time the passage is cut down to the sentence that answers. Every step also
repeats a batch of the distillation, so that the vectors stay the teacher's otherwise. Reads and replaces the folder
`embedder` (the distilled one is kept as `embedder.distilled`); a stopped run goes on from its last checkpoint. Twenty
minutes on two cores.
"""

from __future__ import annotations

import json
import logging
import shutil
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch.nn import functional

from train.checkpoint import Checkpoint
from train.distil import Batch, Lessons, load_lessons, losses, plan, without_dropout
from train.evaluate import mlqa_scores
from train.initialise import load_bert
from train.lessons import encode, padded
from train.tokens import Sentences, tokenise
from train.workspace import SEED, RunLog, Workspace, open_workspace, parser_of

logger = logging.getLogger(__name__)

BODY_RATE = 6e-5
INPUT_RATE = 2e-4
WARM_UP = 40
QUESTIONS = 96
SCALE = 20.0
CUT_SHARE = 0.5
WEIGHT = 0.15
"""Of the ranking of passages, against the distance to the teacher's vectors."""

RANKING = 0.2
LONGEST = 200
POOL = 12
_REPORT, _SAVE, _SCORE = 20, 100, 150


Rows = NDArray[np.int64]


@dataclass(frozen=True)
class Asked:
    """Questions and the passages that answer them, row by row."""

    questions: Sentences
    passages: Sentences


def main() -> None:
    """Tune and write the embedder's body."""
    parser = parser_of(__doc__)
    parser.add_argument("--steps", type=int, default=450, help="steps to take (default: 450)")
    options = parser.parse_args()
    space = open_workspace(options)
    torch.manual_seed(SEED)
    torch.set_num_threads(2)
    distilled = space.work / "embedder.distilled"
    if not distilled.exists():
        shutil.copytree(space.file("embedder"), distilled)
    tokenizer = Tokenizer.from_file(str(space.file("tokenizer.json")))
    tune(space, distilled, read_questions(space.file("questions.jsonl"), tokenizer), options.steps)


def read_questions(path: Path, tokenizer: Tokenizer) -> Asked:
    """The answerable rows of `train.questions`, tokenised; of some passages only the sentence that answers is kept."""
    draw = np.random.default_rng(SEED)
    questions, passages = [], []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if not row["answerable"]:
                continue
            start, end = row["sentence"] if draw.random() < CUT_SHARE else (0, len(row["passage"]))
            questions.append(row["question"])
            passages.append(row["passage"][start:end])
    return Asked(tokenise(tokenizer, questions), tokenise(tokenizer, passages))


def tune(space: Workspace, source: Path, asked: Asked, steps: int) -> None:
    """Run the steps that are left and write the student."""
    student = without_dropout(load_bert(source)).train()
    inputs = list(student.embeddings.word_embeddings.parameters())
    body = [weight for name, weight in student.named_parameters() if "word_embeddings" not in name]
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": BODY_RATE}, {"params": inputs, "lr": INPUT_RATE}], weight_decay=0.0, fused=True
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / WARM_UP, max(0.01, 1 - step / steps))
    )
    checkpoint = Checkpoint(space.work / "tune.checkpoint.pt", student, optimizer, schedule)
    first = checkpoint.restore()
    log = RunLog("tune", resume=first > 0)
    lessons = load_lessons(space)
    repeated = plan(lessons, 1.0)
    sums: list[tuple[float, float]] = []
    for step in range(first, steps):
        loss, found, distance = _step(student, asked, _draw(asked, step), lessons, repeated[-1 - step])
        optimizer.zero_grad(set_to_none=True)
        torch.autograd.backward(loss)
        torch.nn.utils.clip_grad_norm_(body, 1.0)
        optimizer.step()
        schedule.step()
        sums.append((found, distance))
        done = step + 1
        if done % _REPORT == 0:
            means = np.mean(sums, axis=0)
            log.write(step=done, ranking=round(float(means[0]), 4), distance=round(float(means[1]), 4))
            sums.clear()
        if done % _SCORE == 0 or done == steps:
            log.write(step=done, **mlqa_scores(space, student))
        if done % _SAVE == 0 or done == steps:
            checkpoint.save(done)
    student.save_pretrained(space.work / "embedder")


def _draw(asked: Asked, step: int) -> Rows:
    """The rows of a step: of a larger draw those alike in length, so that little is padding."""
    draw = np.random.default_rng((SEED, step // POOL))
    rows = draw.choice(len(asked.questions), POOL * QUESTIONS, replace=False)
    ordered = rows[np.argsort(asked.passages.lengths[rows], kind="stable")]
    place = int(draw.permutation(POOL)[step % POOL])
    return ordered[place * QUESTIONS : (place + 1) * QUESTIONS]


def _step(
    student: torch.nn.Module, asked: Asked, rows: Rows, lessons: Lessons, batch: Batch
) -> tuple[torch.Tensor, float, float]:
    """The loss of one step, and its two parts for the log."""
    questions = encode(student, *padded(asked.questions, rows, LONGEST))
    passages = encode(student, *padded(asked.passages, rows, LONGEST))
    found = functional.cross_entropy(SCALE * questions @ passages.T, torch.arange(len(rows)))
    distance, ranking = losses(student, lessons, batch)
    return WEIGHT * found + distance + RANKING * ranking, found.item(), distance.item()


if __name__ == "__main__":
    main()
