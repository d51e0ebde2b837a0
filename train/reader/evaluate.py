"""What the cross-encoder is worth on data it was not trained on."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from sklearn.metrics import balanced_accuracy_score, roc_auc_score
from tokenizers import Tokenizer

from bench.records import M2QA_NEWS, is_answerable, read_records
from bench.xnli import ENTAILMENT, xnli_test
from index.language import detect_language
from index.sentences import split_sentences
from rag.reading.reader import best_span
from train.lessons import length_batches
from train.reader.model import CrossEncoder, Reading
from train.reader.rows import Asked, Row, Task, collate, encode_rows, read_lines
from train.workspace import Workspace

_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Found:
    """What the model makes of one row: verdict logit and, for questions, the best span's characters."""

    verdict: float
    start: int
    end: int


@torch.no_grad()
def predict(model: CrossEncoder, tokenizer: Tokenizer, rows: list[Row], task: Task) -> list[Found]:
    """Read all rows; a span is the pair of ends with the largest sum, as the product chooses it."""
    model.eval()
    encoded = encode_rows(tokenizer, rows)
    offsets = [
        encoding.offsets for encoding in tokenizer.encode_batch([r.second for r in rows], add_special_tokens=False)
    ]
    found: list[Found | None] = [None] * len(rows)
    for batch in length_batches(encoded.lengths, 4_000, 320):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            reading: Reading = model(*collate(encoded, batch.tolist()))
        verdicts = reading.answerable if task == "read" else reading.support
        for place, row in enumerate(batch):
            cut, length = int(encoded.cuts[row]), len(encoded.ids[row]) - 1
            first, last = best_span(reading.start[place, cut:length].numpy(), reading.end[place, cut:length].numpy())
            spans = offsets[row]
            found[row] = Found(float(verdicts[place]), spans[first][0], spans[last][1])
    return [one for one in found if one is not None]


def reading_scores(model: CrossEncoder, tokenizer: Tokenizer, asked: list[Asked]) -> dict[str, float]:
    """By direction: share of questions whose span begins in the right sentence, and token F1 of the span."""
    rows = [Row("read", q.question, q.passage, True, q.start, q.end) for q in asked]
    hits: dict[str, list[float]] = defaultdict(list)
    for question, found in zip(asked, predict(model, tokenizer, rows, "read"), strict=True):
        direction = f"{question.asked}>{question.written}"
        sentences = split_sentences(question.passage, detect_language(question.passage))
        right = next(((first, last) for first, last in sentences if first <= question.start < last), None)
        hits[f"hit {direction}"].append(float(right is not None and right[0] <= found.start < right[1]))
        answer = question.passage[question.start : question.end]
        hits[f"f1 {direction}"].append(token_f1(question.passage[found.start : found.end], answer))
    return {name: round(float(np.mean(values)), 4) for name, values in sorted(hits.items())}


def token_f1(found: str, right: str) -> float:
    """Harmonic mean of word precision and recall (Rajpurkar et al. 2016), without regard to case."""
    left, other = _WORD.findall(found.lower()), _WORD.findall(right.lower())
    common = sum(min(left.count(word), other.count(word)) for word in set(left))
    return 2 * common / (len(left) + len(other)) if common else 0.0


def answerable_auroc(model: CrossEncoder, tokenizer: Tokenizer, folder: Path) -> float:
    """Area under the ROC of the answerable verdict on M2QA's German news questions (check only)."""
    records = list(read_records(folder / M2QA_NEWS))
    labels = [is_answerable(record) for record in records]
    rows = [
        Row("read", record["question"], record["context"], label) for record, label in zip(records, labels, strict=True)
    ]
    verdicts = [found.verdict for found in predict(model, tokenizer, rows, "read")]
    return float(roc_auc_score(labels, verdicts))


def verifying_scores(space: Workspace, model: CrossEncoder, tokenizer: Tokenizer) -> dict[str, float]:
    """Balanced accuracy on the held-out perturbations (all, and each kind's recall) and on XNLI's test by direction."""
    records = read_lines(space.file("support.check.jsonl"))
    rows = [Row("verify", record["claim"], record["evidence"], bool(record["label"])) for record in records]
    said = [found.verdict > 0 for found in predict(model, tokenizer, rows, "verify")]
    scores = {"perturbed": float(balanced_accuracy_score([row.label for row in rows], said))}
    kinds: dict[str, list[bool]] = defaultdict(list)
    for record, row, verdict in zip(records, rows, said, strict=True):
        kinds[record["kind"]].append(verdict == row.label)
    scores |= {f"kind {kind}": float(np.mean(right)) for kind, right in sorted(kinds.items())}
    scores["m2qa auroc"] = answerable_auroc(model, tokenizer, space.data / "qa")
    scores |= xnli_scores(model, tokenizer, space.data / "nli")
    return {name: round(value, 4) for name, value in scores.items()}


def xnli_scores(model: CrossEncoder, tokenizer: Tokenizer, folder: Path, most: int = 2_000) -> dict[str, float]:
    """Balanced accuracy of entailment against the rest on XNLI's test, evidence > claim (check only)."""
    directions: dict[str, list[Row]] = defaultdict(list)
    for pair in xnli_test(folder, most):
        row = Row("verify", pair.claim, pair.evidence, pair.label == ENTAILMENT)
        directions[f"{pair.evidence_language}>{pair.claim_language}"].append(row)
    scores = {}
    for direction, rows in directions.items():
        verdicts = np.array([found.verdict for found in predict(model, tokenizer, rows, "verify")])
        labels = np.array([row.label for row in rows])
        scores[f"xnli {direction}"] = float(balanced_accuracy_score(labels, verdicts > 0))
        scores[f"xnli auroc {direction}"] = float(roc_auc_score(labels, verdicts))
    return scores
