"""What the shipped reader is worth: `python -m train.reader.check`.

On the questions of MLQA's held-out articles, by direction: share of questions whose answer begins in the sentence
chosen, and word F1 of the answer; by reading without a network (`train.reader.baseline`), by the shipped reader alone,
and by both (the weight of the reader's opinion chosen on one half of the questions, measured on the other). And how
well it tells answerable from unanswerable questions on M2QA's German news (check only). Writes
`train/results/reading.json`; three minutes.
"""

from __future__ import annotations

import gzip
import json
import logging
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import roc_auc_score
from tqdm import tqdm

from index.embedding.token_vectors import default_token_vectors
from rag.reading.reader import Reader, Reading, default_reader
from train.reader.baseline import RESULTS as BASELINE
from train.reader.baseline import Seen, look
from train.reader.evaluate import token_f1
from train.reader.rows import is_held_out, mlqa
from train.workspace import open_workspace, parser_of

logger = logging.getLogger(__name__)

RESULTS = BASELINE.with_name("reading.json")
READER_WEIGHTS = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0)


@dataclass(frozen=True)
class Read:
    """A question with what the comparisons and the reader make of its passage.

    Attributes:
        seen: the passage, sentence by sentence.
        plain: a score a sentence without the network.
        reading: the reader's opinion.
    """

    seen: Seen
    plain: NDArray[np.float64]
    reading: Reading

    def judge(self, weight: float | None) -> tuple[float, float]:
        """Hit and F1 of the answer with this weight of the reader's opinion; None for the reader alone."""
        asked = self.seen.asked
        best = self.reading.best() if weight is None else self.reading.best(*self._sentence(weight))
        if best is None:
            return 0.0, 0.0
        right = asked.passage[asked.start : asked.end]
        home = next((first, last) for first, last in self.seen.sentences if first <= asked.start < last)
        return float(home[0] <= best.start < home[1]), token_f1(asked.passage[best.start : best.end], right)

    def _sentence(self, weight: float) -> tuple[int, int]:
        masses = np.array([self.reading.mass(start, end) for start, end in self.seen.sentences])
        return self.seen.sentences[int((self.plain + weight * masses).argmax())]


def main() -> None:
    """Measure and write."""
    space = open_workspace(parser_of(__doc__).parse_args())
    plain = json.loads(BASELINE.read_text(encoding="utf-8"))
    reader, table = default_reader(), default_token_vectors()
    found: dict[str, list[Read]] = defaultdict(list)
    for asked in tqdm([a for a in mlqa(space.data / "qa") if is_held_out(a)], unit=" questions", mininterval=10):
        direction = f"{asked.asked}>{asked.written}"
        seen = look(asked, table)
        weights = np.array([1.0, plain[direction]["token weight"], plain[direction]["type weight"]])
        found[direction].append(Read(seen, seen.parts @ weights, reader.read(asked.question, [asked.passage])[0]))
    results: dict[str, object] = {}
    for direction, rows in sorted(found.items()):
        results[direction] = {
            "questions": len(rows),
            "without a network": {name: plain[direction][name] for name in ("hit", "f1")},
            "reader": mean([row.judge(None) for row in rows]),
            "both": mean(crossed(rows)),
        }
        logger.info("%s %s", direction, results[direction])
    results["m2qa news, AUROC of answerable"] = round(answerable(reader, space.data / "qa"), 4)
    RESULTS.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")


def crossed(rows: list[Read]) -> list[tuple[float, float]]:
    """Judgements of each half with the weight that is best on the other."""
    judged = []
    for own, other in ((rows[::2], rows[1::2]), (rows[1::2], rows[::2])):
        worth = {weight: mean([row.judge(weight) for row in other])["hit"] for weight in READER_WEIGHTS}
        judged += [row.judge(max(worth, key=worth.__getitem__)) for row in own]
    return judged


def mean(judged: list[tuple[float, float]]) -> dict[str, float]:
    """Mean hit and F1."""
    hit, f1 = np.array(judged).mean(axis=0)
    return {"hit": round(float(hit), 4), "f1": round(float(f1), 4)}


def answerable(reader: Reader, folder: Path) -> float:
    """Area under the ROC of the answerable verdict on M2QA's German news questions (check only)."""
    with gzip.open(folder / "m2qa-news-train.de.jsonl.gz", "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    verdicts = [reader.read(record["question"], [record["context"]])[0].answerable for record in tqdm(records)]
    return float(roc_auc_score([bool(record["answers"]["text"]) for record in records], verdicts))


if __name__ == "__main__":
    main()
