"""Train the cross-encoders: `python -m train.reader`.

Stages on the embedder's body, each from where the one before ended: first the questions and claims that rules made
(`train.questions`, `train.support`), then MLQA's real questions (CC BY-SA 3.0, which the weights therefore carry) with
passages that the embedder finds for them and that do not answer; then the questions written for the purpose
(`train.reader.written`), also on passages from which the answer was taken out, with some of MLQA's; these once more,
with the claims written for the purpose (`train.support.written`); and once more with noise, questions alone: that is
the reader. The verifier goes another way from the third stage on: claims alone, written ones among those that rules
made. A quarter of MLQA's articles is held out. Writes `reader.again.pt` and `reader.verified.pt`. Four hours on two
cores; a stopped run goes on from its last checkpoint.
"""

from __future__ import annotations

import logging
import random
from typing import NamedTuple

import torch
from tokenizers import Tokenizer

from train.evaluate import student_embedding
from train.initialise import load_bert
from train.reader.evaluate import reading_scores, verifying_scores
from train.reader.model import CrossEncoder
from train.reader.negatives import with_hard_negatives
from train.reader.rows import (
    KEPT_CLAIMS,
    Encoded,
    Row,
    Task,
    encode_rows,
    generated_questions,
    is_held_out,
    mlqa,
    shuffle_for_training,
    support_rows,
)
from train.reader.training import Stage, train_stage
from train.reader.written import without_answer, written_articles, written_rows
from train.support.written import written_claims
from train.workspace import SEED, RunLog, open_workspace, parser_of, written

logger = logging.getLogger(__name__)

GENERATED = Stage("generated", 2e-4, 1e-3, 1)
REAL = Stage("real", 1e-4, 3e-4, 4)
WRITTEN = Stage("written", 1e-4, 3e-4, 1)
CLAIMED = Stage("claimed", 1e-4, 3e-4, 1)
AGAIN = Stage("again", 1e-4, 3e-4, 1, noise=0.1)
VERIFIED = Stage("verified", 1e-4, 3e-4, 1, noise=0.1, after="written")
MIXED_IN = 16
"""One row of MLQA of either sort to so many of what was written, lest its questions be forgotten."""
CLAIMS_REPEATED = 3
"""Passes over the written claims in the fourth stage, which are a fraction of its rows."""
CLAIMS_AROUND = 20_000
"""Claims made by rule beside the written ones in the verifier's stage, lest it forget what a changed figure is."""


class Lesson(NamedTuple):
    """A stage with what is read and what is verified in it."""

    stage: Stage
    read: list[Row]
    verify: list[Row]


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
    fresh = claims[options.claims : -KEPT_CLAIMS]
    rest = fresh[2 * len(real) :]
    stated = [Row("verify", row.claim, row.evidence, bool(row.label)) for row in written_claims("train")]
    lessons = [
        Lesson(GENERATED, questions[: options.questions], claims[: options.claims]),
        Lesson(REAL, real, fresh[: 2 * len(real)]),
        Lesson(WRITTEN, [*ours, *mixed_in], rest[: len(ours) // 4]),
        Lesson(CLAIMED, [*ours, *mixed_in], [*stated * CLAIMS_REPEATED, *rest[len(ours) // 4 :][: len(ours) // 8]]),
        Lesson(AGAIN, [*ours, *mixed_in], []),
        Lesson(VERIFIED, [], [*stated, *sampled(claims[: options.claims], CLAIMS_AROUND)]),
    ]
    held_out = [question for question in asked if is_held_out(question)]
    for stage, read, verify in lessons:
        target = space.work / f"reader.{stage.name}.pt"
        if target.exists():
            model.load_state_dict(torch.load(target))
            continue
        if stage.after:
            model.load_state_dict(torch.load(space.work / f"reader.{stage.after}.pt"))
        rows: dict[Task, list[Row]] = {"read": read, "verify": verify}
        encoded: dict[Task, Encoded] = {task: encode_rows(tokenizer, own) for task, own in rows.items() if own}
        train_stage(space, model, stage, encoded)
        with written(target) as scratch:
            torch.save(model.state_dict(), scratch)
        log = RunLog("reader.scores", resume=stage is not GENERATED)
        log.write(
            stage=stage.name, **reading_scores(model, tokenizer, held_out), **verifying_scores(space, model, tokenizer)
        )


def sampled(rows: list[Row], count: int) -> list[Row]:
    """So many of the rows, the same ones each time."""
    return random.Random(SEED).sample(rows, min(count, len(rows)))


if __name__ == "__main__":
    main()
