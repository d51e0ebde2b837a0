"""Distil the teacher into the bilingual student: `python -m train.distil`.

The student must give the vector that all-MiniLM-L6-v2 gives to the English text: for the German translation, and for
a share of the English texts too, so that English stays (Reimers & Gurevych 2020, "Making monolingual sentence
embeddings multilingual using knowledge distillation"). Translation ranking against the teacher's vectors of the batch
is added with a weight of a fifth. Batches hold texts of like length, so that little is padding.

Writes the folder `embedder`. A checkpoint every few minutes: a stopped run goes on from it. Two cores with bfloat16
arithmetic (AMX) take about 40 minutes an epoch; without it, expect three times that.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from train.checkpoint import Checkpoint
from train.evaluate import mlqa_scores
from train.initialise import load_bert
from train.lessons import encode, length_batches, padded
from train.tokens import Sentences, load_sentences
from train.workspace import SEED, RunLog, Workspace, open_workspace, parser_of

logger = logging.getLogger(__name__)

BODY_RATE = 2.5e-4
INPUT_RATE = 1e-3
WARM_UP = 60
BATCH_TOKENS = 14_000
LONGEST = 256
ENGLISH = 0.25
"""Share of the lessons whose English side is learned too."""

EARLY = 800
LATE_ENGLISH = 0.25
"""After EARLY steps, when German has come most of its way and English lost a little on its own, a further share of the
English sides joins in."""

RANKING = 0.2
SCALE = 20.0
MOST_NORM = 1.0
LATE = 99
"""Seed of the late part's order."""
_REPORT, _SAVE, _SCORE = 20, 200, 400


@dataclass(frozen=True)
class Lessons:
    """Both sides of the lessons and the teacher's vectors for them."""

    english: Sentences
    german: Sentences
    teacher: NDArray[np.float16]


@dataclass(frozen=True)
class Batch:
    """Rows of the lessons in one language."""

    german: bool
    rows: NDArray[np.intp]


def main() -> None:
    """Train and write the embedder's body."""
    parser = parser_of(__doc__)
    parser.add_argument("--epochs", type=float, default=1.0, help="passes over the lessons (default: 1)")
    parser.add_argument("--threads", type=int, default=2, help="processor cores (default: 2)")
    options = parser.parse_args()
    space = open_workspace(options)
    torch.set_num_threads(options.threads)
    torch.manual_seed(SEED)
    distil(space, load_lessons(space), options.epochs)


def load_lessons(space: Workspace) -> Lessons:
    """Read what `train.lessons` made."""
    return Lessons(
        load_sentences(space.file("lessons.en.npz")),
        load_sentences(space.file("lessons.de.npz")),
        np.load(space.file("lessons.teacher.npy"), mmap_mode="r"),
    )


def without_dropout(model: Any) -> Any:
    """The same model with all dropout off: the teacher's vectors hold noise enough."""
    for module in model.modules():
        if isinstance(module, torch.nn.Dropout):
            module.p = 0.0
    return model


def plan(lessons: Lessons, epochs: float) -> list[Batch]:
    """All batches of the run in order, the same for the same lessons."""
    batches: list[Batch] = []
    for epoch in range(int(np.ceil(epochs))):
        draw = np.random.default_rng((SEED, epoch))
        rows = draw.permutation(len(lessons.german))
        english = draw.random(len(rows)) < ENGLISH
        part = [Batch(True, r) for r in _batches(lessons.german, rows)]
        part += [Batch(False, r) for r in _batches(lessons.english, rows[english[rows]])]
        order = draw.permutation(len(part))
        share = min(1.0, epochs - epoch)
        batches += [part[index] for index in order[: int(len(part) * share)]]
    draw = np.random.default_rng((SEED, LATE))
    rows = draw.permutation(len(lessons.english))[: int(len(lessons.english) * LATE_ENGLISH)]
    late = batches[EARLY:] + [Batch(False, r) for r in _batches(lessons.english, rows)]
    return batches[:EARLY] + [late[index] for index in draw.permutation(len(late))]


def _batches(sentences: Sentences, rows: NDArray[np.intp]) -> list[NDArray[np.intp]]:
    """Batches of like length; within one, rows are drawn at random because `rows` come shuffled."""
    batches = length_batches(sentences.lengths[rows], BATCH_TOKENS, LONGEST)
    return [rows[batch] for batch in batches if len(batch) > 1]


def distil(space: Workspace, lessons: Lessons, epochs: float) -> None:
    """Run what is left of the plan and write the student."""
    student = without_dropout(load_bert(space.file("student"))).train()
    inputs = list(student.embeddings.word_embeddings.parameters())
    body = [weight for name, weight in student.named_parameters() if "word_embeddings" not in name]
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": BODY_RATE}, {"params": inputs, "lr": INPUT_RATE}],
        betas=(0.9, 0.98),
        weight_decay=0.0,
        fused=True,
    )
    batches = plan(lessons, epochs)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / WARM_UP, max(0.01, 1 - step / len(batches)))
    )
    checkpoint = Checkpoint(space.work / "distil.checkpoint.pt", student, optimizer, schedule)
    first = checkpoint.restore()
    log = RunLog("distil", resume=first > 0)
    if first == 0:
        log.write(step=0, batches=len(batches), **mlqa_scores(space, student))
    sums: list[tuple[float, float]] = []
    for step in range(first, len(batches)):
        distance, ranking = losses(student, lessons, batches[step])
        optimizer.zero_grad(set_to_none=True)
        torch.autograd.backward(distance + RANKING * ranking)
        torch.nn.utils.clip_grad_norm_(body, MOST_NORM)
        optimizer.step()
        schedule.step()
        sums.append((distance.item(), ranking.item()))
        done = step + 1
        if done % _REPORT == 0:
            means = np.mean(sums, axis=0)
            log.write(step=done, distance=round(float(means[0]), 4), ranking=round(float(means[1]), 4))
            sums.clear()
        if done % _SCORE == 0 or done == len(batches):
            log.write(step=done, **mlqa_scores(space, student))
        if done % _SAVE == 0 or done == len(batches):
            checkpoint.save(done)
    student.save_pretrained(space.work / "embedder")


def losses(student: torch.nn.Module, lessons: Lessons, batch: Batch) -> tuple[torch.Tensor, torch.Tensor]:
    """Mean squared distance to the teacher's vectors, and ranking among them (0 is perfect, log(batch) is chance)."""
    sentences = lessons.german if batch.german else lessons.english
    vectors = encode(student, *padded(sentences, batch.rows, LONGEST))
    goal = torch.from_numpy(lessons.teacher[batch.rows].astype(np.float32))
    distance = (vectors - goal).square().sum(dim=1).mean()
    ranking = functional.cross_entropy(SCALE * vectors @ goal.T, torch.arange(len(goal)))
    return distance, ranking


if __name__ == "__main__":
    main()
