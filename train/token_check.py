"""What the compressed token vectors are worth, on data they were not trained on."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import roc_auc_score

from bench.mlqa import LANGUAGES, article_id, load, parallel_questions
from index.embedding.interface import Vectors
from index.embedding.late_interaction import late_interaction
from index.embedding.token_vectors import TokenVectors
from index.passages import embedded_text
from rag.support.alignment import coverage
from train.evaluate import DIRECTIONS, Scores
from train.gains import gains
from train.pairs import Pair, read_pairs
from train.workspace import SEED, RunLog, Workspace

THRESHOLDS = (0.2, 0.3, 0.4, 0.5)
SAMPLE = 5_000
"""Pairs of pieces whose cosines are compared before and after."""


class Uncompressed(TokenVectors):
    """The table with the vectors it was made from."""

    def __init__(self, folder: Path, tokenizer: Path, static: NDArray[np.float32]) -> None:
        """Take weights and vocabulary from a table's files, vectors from `static.npy`."""
        super().__init__(folder, tokenizer)
        self._static = static
        self.dimension = static.shape[1]

    def piece_vectors(self, pieces: NDArray[np.integer]) -> Vectors:
        """The original vectors."""
        vectors: Vectors = self._static[pieces]
        return vectors


def check(space: Workspace, table: TokenVectors, original: Uncompressed, log: RunLog) -> None:
    """Measure the cost of compression, late interaction on MLQA dev, and coverage on the held-out pairs."""
    log.write(cosines_kept=round(cosine_correlation(table, original), 4))
    for name, own in (("shipped", table), ("float32", original)):
        log.write(late_interaction=name, **mlqa_scores(space.data / "qa", own))
    held_out = read_pairs(space.file("held-out.tsv"))
    for least in THRESHOLDS:
        log.write(coverage_from=least, **coverage_scores(table, held_out, least))


def cosine_correlation(table: TokenVectors, original: Uncompressed) -> float:
    """Pearson's correlation of the cosines of random pairs of pieces, before and after."""
    drawn = np.random.default_rng(SEED).integers(0, table.size, (2, SAMPLE))
    after, before = (_pairwise(t.piece_vectors(drawn[0]), t.piece_vectors(drawn[1])) for t in (table, original))
    return float(np.corrcoef(after, before)[0, 1])


def mlqa_scores(folder: Path, table: TokenVectors) -> Scores:
    """nDCG@10 of late interaction alone by direction, over all passages with their titles."""
    records = load(folder)
    questions = parallel_questions(records)
    archives = {
        language: {article_id(language, str(row["context"])): row for row in records[language]}
        for language in LANGUAGES
    }
    scores: Scores = {}
    for asked, written in DIRECTIONS:
        archive = archives[written]
        texts = [embedded_text(str(row["title"]), str(row["context"])) for row in archive.values()]
        passages = table.encode_all(texts)
        chosen = [q for q in questions if (q.asked, q.written) == (asked, written)]
        found = [late_interaction(table, words, passages) for words in table.encode_all([q.text for q in chosen])]
        place = {identifier: number for number, identifier in enumerate(archive)}
        right = np.array([place[question.article_id] for question in chosen])
        scores[f"{asked}>{written}"] = round(float(gains(np.array(found), right).mean()), 4)
    return scores


def coverage_scores(table: TokenVectors, pairs: list[Pair], least: float) -> Scores:
    """How well coverage tells translations from other sentences of the same data set.

    Returns:
        for each direction (claim>evidence) the AUROC, and the mean coverage of translations and of others.
    """
    sentences = [pair for pair in pairs if pair.kind not in ("titles", "dict") and len(pair.en.split()) > 4]
    others = _next_of_set(sentences)
    scores: Scores = {}
    for name, claims, evidence, wrong in (
        ("de>en", [p.de for p in sentences], [p.en for p in sentences], [p.en for p in others]),
        ("en>de", [p.en for p in sentences], [p.de for p in sentences], [p.de for p in others]),
    ):
        true = [coverage(c, e, least, table) for c, e in zip(claims, evidence, strict=True)]
        false = [coverage(c, e, least, table) for c, e in zip(claims, wrong, strict=True)]
        labels = [1] * len(true) + [0] * len(false)
        scores[f"auroc {name}"] = round(float(roc_auc_score(labels, true + false)), 4)
        scores[f"true {name}"] = round(float(np.mean(true)), 3)
        scores[f"false {name}"] = round(float(np.mean(false)), 3)
    return scores


def _next_of_set(pairs: list[Pair]) -> list[Pair]:
    """For each pair the next one of its data set, the last one's being the first."""
    members: dict[str, list[int]] = {}
    for number, pair in enumerate(pairs):
        members.setdefault(pair.source, []).append(number)
    following = {a: b for group in members.values() for a, b in zip(group, group[1:] + group[:1], strict=True)}
    return [pairs[following[number]] for number in range(len(pairs))]


def _pairwise(left: Vectors, right: Vectors) -> NDArray[np.float32]:
    lengths = np.linalg.norm(left, axis=1) * np.linalg.norm(right, axis=1)
    cosines: NDArray[np.float32] = (left * right).sum(axis=1) / np.maximum(lengths, 1e-9)
    return cosines
