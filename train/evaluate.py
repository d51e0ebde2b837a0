"""Measure embedders on data they were not trained on: `python -m train.evaluate [NAME ...]`.

A NAME is what `FUNDSTELLE_EMBEDDER` takes, a model's folder in the work folder (`student`, `embedder.distilled`), or
`static` for the static vectors. Without names: the shipped model as it
runs (int8), the same in float32, all-MiniLM-L6-v2 and the static vectors. Per model nDCG@10 on MLQA dev in all four
directions, vectors alone, and the share of 2,000 news sentences (WMT newstest, never trained on) whose translation is
their nearest neighbour, both ways. Writes `train/results/embedder.json`. Ten minutes on two cores.
"""

from __future__ import annotations

import csv
import gzip
import json
import logging
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer
from tqdm import tqdm

from bench.mlqa import load
from index.embedding import Embedder
from index.embedding.default import MODELS, SHIPPED, load_embedder
from index.models import Language
from train.initialise import load_bert
from train.lessons import embed, length_batches
from train.tokens import tokenise
from train.workspace import Workspace, open_workspace, parser_of

DIRECTIONS: tuple[tuple[Language, Language], ...] = (("de", "de"), ("de", "en"), ("en", "de"), ("en", "en"))
NEWS_PAIRS = 2_000
RESULTS = Path(__file__).resolve().parent / "results" / "embedder.json"
DEFAULT_NAMES = (SHIPPED, f"{SHIPPED} float32", "all-MiniLM-L6-v2", "static")

Scores = dict[str, float]
Vectors = NDArray[np.float32]
Embed = Callable[[Sequence[str]], Vectors]
_CUT = 10

logger = logging.getLogger(__name__)


def main() -> None:
    """Measure and write the table."""
    parser = parser_of(__doc__)
    parser.add_argument("names", nargs="*", default=DEFAULT_NAMES, metavar="NAME", help="models to measure")
    parser.add_argument("--note", default="", metavar="TEXT", help="put behind the names in the table")
    options = parser.parse_args()
    space = open_workspace(options)
    table = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    for name in options.names:
        questions, passages = embedding_functions(space, name)
        label = f"{name} {options.note}".strip()
        table[label] = {**score(space.data / "qa", questions, passages), **bitext(space.data / "parallel", passages)}
        logger.info("%s %s", label, table[label])
        RESULTS.parent.mkdir(exist_ok=True)
        RESULTS.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


def embedding_functions(space: Workspace, name: str) -> tuple[Embed, Embed]:
    """How a model embeds questions and passages."""
    if name == "static":
        static = _static(space)
        return static, static
    if (space.work / name / "config.json").is_file():
        student = student_embedding(space, load_bert(space.work / name, attention="sdpa").eval())
        return student, student
    if name.endswith(" float32"):
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
        from sentence_transformers import SentenceTransformer

        folder = MODELS / name.removesuffix(" float32")
        model = SentenceTransformer(str(folder), device="cpu", local_files_only=True)

        def full(texts: Sequence[str]) -> Vectors:
            found: Vectors = model.encode(
                list(texts), batch_size=16, normalize_embeddings=True, show_progress_bar=False
            )
            return found

        return full, full
    embedder: Embedder = load_embedder(name)

    def ask(texts: Sequence[str]) -> Vectors:
        return np.array([embedder.get_query_embedding(text) for text in tqdm(texts, mininterval=10)], dtype=np.float32)

    def file(texts: Sequence[str]) -> Vectors:
        return np.array(
            [embedder.get_text_embedding_batch([t])[0] for t in tqdm(texts, mininterval=10)], dtype=np.float32
        )

    return ask, file


def _static(space: Workspace) -> Embed:
    """Mean of the static vectors of a text's pieces."""
    table = np.load(space.file("static.npy"))
    tokenizer = Tokenizer.from_file(str(space.file("tokenizer.json")))

    def vectors(texts: Sequence[str]) -> Vectors:
        sentences = tokenise(tokenizer, list(texts))
        means = np.stack([table[sentences[row]].mean(axis=0) for row in range(len(sentences))])
        unit: Vectors = means / np.linalg.norm(means, axis=1, keepdims=True)
        return unit

    return vectors


def student_embedding(space: Workspace, model: Any) -> Embed:
    """Unit vectors by a body of the work folder, mean-pooled, in bfloat16."""
    tokenizer = Tokenizer.from_file(str(space.file("tokenizer.json")))

    def vectors(texts: Sequence[str]) -> Vectors:
        sentences = tokenise(tokenizer, list(texts))
        found = np.zeros((len(texts), 384), dtype=np.float32)
        for rows in length_batches(sentences.lengths, 12_000, 512):
            found[rows] = embed(model, sentences, rows, 512).numpy()
        return found

    return vectors


def mlqa_scores(space: Workspace, model: Any) -> Scores:
    """nDCG@10 of a student in training on MLQA dev by direction ("de>en": German questions, English passages)."""
    was_training = model.training
    model.eval()
    vectors = student_embedding(space, model)
    scores = score(space.data / "qa", vectors, vectors)
    model.train(was_training)
    return scores


def score(folder: Path, questions_to: Embed, passages_to: Embed) -> Scores:
    """nDCG@10 by direction: all passages of a language as the archive, one of them being right.

    Questions that exist in both languages are asked (512), and for English on English all of them (1,148).

    Args:
        folder: where `mlqa.dev.{de,en}.jsonl.gz` lie.
        questions_to: gives unit vectors for questions.
        passages_to: gives unit vectors for passages.
    """
    records = load(folder)
    shared = {row["id"] for row in records["de"]} & {row["id"] for row in records["en"]}
    archives: dict[Language, dict[str, int]] = {}
    passages: dict[Language, Vectors] = {}
    questions: dict[Language, dict[str, Vectors]] = {}
    for language, rows in records.items():
        texts = list(dict.fromkeys(str(row["context"]) for row in rows))
        archives[language] = {text: index for index, text in enumerate(texts)}
        passages[language] = passages_to(texts)
        embedded = questions_to([str(row["question"]) for row in rows])
        questions[language] = {str(row["id"]): vector for row, vector in zip(rows, embedded, strict=True)}
    scores: Scores = {}
    for asked, written in DIRECTIONS:
        gains = []
        for row in records[written]:
            if (asked, written) != ("en", "en") and row["id"] not in shared:
                continue
            similarity = passages[written] @ questions[asked][str(row["id"])]
            right = archives[written][str(row["context"])]
            rank = int((similarity > similarity[right]).sum())
            gains.append(1 / np.log2(rank + 2) if rank < _CUT else 0.0)
        scores[f"{asked}>{written}"] = round(float(np.mean(gains)), 4)
    return scores


def bitext(folder: Path, embed_texts: Embed) -> Scores:
    """Share of held-out news sentences whose translation is nearest, among all translations.

    Args:
        folder: where `wmt-research-use.tsv.gz` lies: for checks only.
        embed_texts: gives unit vectors.
    """
    pairs: dict[str, str] = {}
    with gzip.open(folder / "wmt-research-use.tsv.gz", "rt", encoding="utf-8", newline="") as lines:
        for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row[2] == "wmt-newstest" and row[1] not in pairs.values():
                pairs.setdefault(row[0], row[1])
            if len(pairs) == NEWS_PAIRS:
                break
    english, german = embed_texts(list(pairs)), embed_texts(list(pairs.values()))
    similarity = german @ english.T
    right = np.arange(len(pairs))
    return {
        "bitext de>en": round(float((similarity.argmax(axis=1) == right).mean()), 4),
        "bitext en>de": round(float((similarity.argmax(axis=0) == right).mean()), 4),
    }


if __name__ == "__main__":
    main()
