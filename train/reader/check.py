"""How well the shipped reader reads: `python -m train.reader.check`.

On the questions of MLQA's held-out articles, by direction: share of questions whose answer begins in the sentence
chosen, and word F1 of the answer; by reading without a network (`train.reader.baseline`), by the shipped reader alone,
and as the product divides the work: plain comparisons and the embedder choose the sentence (weights cross-validated
over five parts of these questions), the reader the words in it; the last row lets the reader have a say in the sentence
too. And how well it tells answerable from unanswerable questions, on M2QA's German news (check only) and on the
articles of our own that it has not seen (`train/written/held-out.*`), where its words are compared too. Writes
`train/results/reading.json`; six minutes.
"""

from __future__ import annotations

import json
import logging
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from tqdm import tqdm

from bench.records import M2QA_NEWS, is_answerable, read_records
from index.embedding import default_embedder
from index.embedding.interface import embed_passages, embed_question
from index.embedding.token_vectors import default_token_vectors
from rag.reading.reader import Reader, Reading, default_reader
from train.reader.baseline import RESULTS as BASELINE
from train.reader.baseline import Seen, look
from train.reader.evaluate import token_f1
from train.reader.rows import Asked, is_held_out, mlqa
from train.reader.written import own_rows, written_articles
from train.workspace import open_workspace, parser_of

logger = logging.getLogger(__name__)

RESULTS = BASELINE.with_name("reading.json")
PARTS = 5
LEAST_MASS = 1e-3


@dataclass(frozen=True)
class Read:
    """A question with what is measured of its passage's sentences.

    Attributes:
        seen: the passage, sentence by sentence.
        values: of shape (sentences, 5): plain comparisons (3), cosine, logarithm of the reader's probability.
        reading: the reader's opinion.
    """

    seen: Seen
    values: NDArray[np.float64]
    reading: Reading

    @property
    def labels(self) -> NDArray[np.bool_]:
        """The sentence in which the answer begins."""
        return np.array([start <= self.seen.asked.start < end for start, end in self.seen.sentences])

    def judge(self, sentence: int | None) -> tuple[float, float]:
        """Hit and F1 of the reader's words in a sentence; None for the whole passage."""
        asked = self.seen.asked
        best = self.reading.best() if sentence is None else self.reading.best(*self.seen.sentences[sentence])
        right = self.seen.sentences[int(self.labels.argmax())]
        words = asked.passage[best.start : best.end] if best else ""
        place = best.start if sentence is None and best else self.seen.sentences[sentence or 0][0]
        return float(right[0] <= place < right[1]), token_f1(words, asked.passage[asked.start : asked.end])


def main() -> None:
    """Measure and write."""
    space = open_workspace(parser_of(__doc__).parse_args())
    found: dict[str, list[Read]] = defaultdict(list)
    for asked in tqdm([a for a in mlqa(space.data / "qa") if is_held_out(a)], unit=" questions", mininterval=10):
        found[f"{asked.asked}>{asked.written}"].append(read(asked))
    plain = json.loads(BASELINE.read_text(encoding="utf-8"))
    divided, shared = choices(found, columns=4), choices(found, columns=5)
    results: dict[str, object] = {}
    for direction, rows in sorted(found.items()):
        results[direction] = {
            "questions": len(rows),
            "without a network": {name: plain[direction][name] for name in ("hit", "f1")},
            "reader": mean([row.judge(None) for row in rows]),
            "sentence by features and embedder, words by the reader": mean(divided[direction]),
            "the reader's say in the sentence": mean(shared[direction]),
        }
        logger.info("%s %s", direction, results[direction])
    results["written"] = written_figures(default_reader())
    results["m2qa news, AUROC of answerable"] = round(answerable(default_reader(), space.data / "qa"), 4)
    RESULTS.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")


def read(asked: Asked) -> Read:
    """Measure the sentences of a question's passage."""
    seen = look(asked, default_token_vectors())
    reading = default_reader().read(asked.question, [asked.passage])[0]
    texts = [asked.passage[start:end] for start, end in seen.sentences]
    cosines = embed_passages(default_embedder(), texts) @ embed_question(default_embedder(), asked.question)
    masses = [np.log(max(LEAST_MASS, reading.mass(start, end))) for start, end in seen.sentences]
    return Read(seen, np.column_stack([seen.parts, cosines, masses]), reading)


def choices(found: dict[str, list[Read]], columns: int) -> dict[str, list[tuple[float, float]]]:
    """Judgements by direction, the sentence being chosen by the first so many values."""
    judged: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for kind in ("same", "cross"):
        rows = [(d, row) for d, own in sorted(found.items()) if (d[:2] == d[3:]) == (kind == "same") for row in own]
        for part in range(PARTS):
            others = [row for place, (_, row) in enumerate(rows) if place % PARTS != part]
            table = np.concatenate([_centred(row, columns) for row in others])
            model = LogisticRegression(C=10.0, max_iter=2000).fit(table, np.concatenate([r.labels for r in others]))
            for direction, row in rows[part::PARTS]:
                judged[direction].append(row.judge(int((row.values[:, :columns] @ model.coef_[0]).argmax())))
    return judged


def _centred(row: Read, columns: int) -> NDArray[np.float64]:
    """Sentences compete with their neighbours only, so what they have in common does not count."""
    values: NDArray[np.float64] = row.values[:, :columns]
    centred: NDArray[np.float64] = values - values.mean(axis=0)
    return centred


def mean(judged: list[tuple[float, float]]) -> dict[str, float]:
    """Mean hit and F1."""
    hit, f1 = np.array(judged).mean(axis=0)
    return {"hit": round(float(hit), 4), "f1": round(float(f1), 4)}


def answerable(reader: Reader, folder: Path) -> float:
    """Area under the ROC of the answerable verdict on M2QA's German news questions (check only)."""
    records = list(read_records(folder / M2QA_NEWS))
    verdicts = [reader.read(record["question"], [record["context"]])[0].answerable for record in tqdm(records)]
    return float(roc_auc_score([is_answerable(record) for record in records], verdicts))


def written_figures(reader: Reader) -> dict[str, dict[str, float]]:
    """By direction, on held-out articles of our own: AUROC of the answerable verdict, word F1 of the marked words."""
    found: dict[str, list[tuple[bool, float, float]]] = defaultdict(list)
    for direction, row in tqdm(list(own_rows(written_articles("held-out"))), unit=" rows", mininterval=10):
        reading = reader.read(row.first, [row.second])[0]
        best = reading.best()
        words = row.second[best.start : best.end] if best else ""
        f1 = token_f1(words, row.second[row.start : row.end]) if row.label else 0.0
        found[direction].append((row.label, reading.answerable, f1))
    figures = {}
    for direction, own in sorted({**found, "all": [one for rows in found.values() for one in rows]}.items()):
        labels, verdicts, f1s = zip(*own, strict=True)
        figures[direction] = {
            "questions": len(own),
            "auroc": round(float(roc_auc_score(labels, verdicts)), 4),
            "f1": round(float(np.mean([f1 for f1, label in zip(f1s, labels, strict=True) if label])), 4),
        }
    return figures


if __name__ == "__main__":
    main()
