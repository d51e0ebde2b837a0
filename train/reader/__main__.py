"""Train the cross-encoders: `python -m train.reader`.

Stages on the embedder's body, each from where the one before ended: first the questions and claims that rules made
(`train.questions`, `train.support`), then MLQA's real questions (CC BY-SA 3.0, which the weights therefore carry) with
passages that the embedder finds for them and that do not answer; then the questions written for the purpose
(`train.reader.written`), also on passages from which the answer was taken out, with some of MLQA's; these once more,
with the claims written for the purpose (`train.support.written`); once more with noise, questions alone; then, with
noise again, those on what was written after that, in two lots (`LATER_ARTICLES`), each with a few of the others lest
they be forgotten. Then, from the mean of the states before and after these lots, all of it is gone over again in three
stages, most of it near misses and answered questions on their own passages, and with the newest lot in the third. From
the mean of these three it is gone over without noise, then with questions that have a name, place, date or number
exchanged (`train.reader.exchanged`); then, from half-way between that and the mean, the next lot with such exchanges;
at last, from between that and the three, two lots in the words of agencies with plain questions. The reader lies
between all of these (`train.reader.export`). The verifier leaves after the second of the three: claims alone, written
ones among those that rules made from real sentences and those that are made up to tell who did what to whom
(`train.support.roles`), then later written ones with some of all others, lot by lot; it lies between the third stage of
all and these. A quarter of MLQA's articles is held out. Writes `reader.STAGE.pt` for each stage.
Nine hours on two cores; a stopped run goes on from its last checkpoint.
"""

from __future__ import annotations

import torch
from tokenizers import Tokenizer

from index.embedding.export import MODEL_FILE
from train.reader.curriculum import GENERATED, curriculum
from train.reader.evaluate import reading_scores, verifying_scores
from train.reader.export import READER, VERIFIER
from train.reader.model import CrossEncoder
from train.reader.rows import Encoded, Row, Task, encode_rows, is_held_out, mlqa
from train.reader.states import state_of
from train.reader.training import train_stage
from train.workspace import SEED, RunLog, open_workspace, parser_of, written


def main() -> None:
    """Train and write the reader."""
    parser = parser_of(__doc__)
    parser.add_argument("--questions", type=int, default=70_000, metavar="N", help="generated questions to use")
    parser.add_argument("--claims", type=int, default=70_000, metavar="N", help="generated claims to use")
    parser.add_argument(
        "--stages",
        nargs="+",
        metavar="STAGE",
        help="only these; the shipped models stand in for what others have not left in the work folder",
    )
    options = parser.parse_args()
    space = open_workspace(options)
    torch.manual_seed(SEED)
    torch.set_num_threads(2)
    tokenizer = Tokenizer.from_file(str(space.file("tokenizer.json")))
    asked = mlqa(space.data / "qa")
    seen = [question for question in asked if not is_held_out(question)]
    held_out = [question for question in asked if is_held_out(question)]
    model = CrossEncoder(space.file("embedder"))
    before: dict[str, float] = {}
    for stage, read, verify in curriculum(space, seen, options.questions, options.claims):
        start, before = stage.after or before, {stage.name: 1.0}
        target = space.work / f"reader.{stage.name}.pt"
        if target.exists() or (options.stages and stage.name not in options.stages):
            continue
        if start:
            shipped = (READER if read else VERIFIER) / MODEL_FILE
            model.load_state_dict(state_of(space, start, shipped if options.stages else None))
        rows: dict[Task, list[Row]] = {"read": read, "verify": verify}
        encoded: dict[Task, Encoded] = {task: encode_rows(tokenizer, own) for task, own in rows.items() if own}
        train_stage(space, model, stage, encoded)
        with written(target) as scratch:
            torch.save(model.state_dict(), scratch)
        log = RunLog("reader.scores", resume=stage is not GENERATED)
        log.write(
            stage=stage.name, **reading_scores(model, tokenizer, held_out), **verifying_scores(space, model, tokenizer)
        )


if __name__ == "__main__":
    main()
