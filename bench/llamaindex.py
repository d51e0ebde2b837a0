"""Fundstelle and LlamaIndex on the same passages with the same embedder: `python -m bench.llamaindex --questions DIR`.

Both index MLQA dev (456 German and 978 English passages) into a fresh folder on disk, in turns, with one loaded
`FundstelleEmbedding` and the same number of threads: Fundstelle as `fundstelle index` does, with keywords, filter
columns, near-duplicates and its check; LlamaIndex as `VectorStoreIndex.from_documents` on `ChromaVectorStore`, one
collection a language. Then both answer the questions that exist in both languages through their default retrievers:
nDCG@10 with one relevant passage a question. Writes `bench/results/llamaindex.md`.

`ChromaVectorStore` comes with `pip install llama-index-vector-stores-chroma==0.6.0`.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

import chromadb
import numpy as np
from chromadb.config import Settings
from llama_index.core import Document, StorageContext, VectorStoreIndex
from llama_index.core.base.base_retriever import BaseRetriever

from bench.mlqa import LANGUAGES, Asked, Records, article_id, load, parallel_questions, write_articles
from bench.retrieval import DEPTH, Ranking, gain
from index.build import build_index
from index.embedding import default_embedder
from index.embedding.llamaindex import FundstelleEmbedding
from index.embedding.threads import thread_limit
from index.models import Language
from rag import Fundstelle
from rag.cli.progress import bars

RESULT = Path(__file__).parent / "results" / "llamaindex.md"
ROUNDS = 5
REACH = 3 * DEPTH
"""Nodes asked for: several may belong to one passage, of which ten different ones are wanted."""

DIRECTIONS = [(asked, written) for asked in LANGUAGES for written in LANGUAGES]
Retrievers = Mapping[Language, BaseRetriever]


def main() -> None:
    """Measure and write the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--questions", type=Path, required=True, metavar="DIR", help="folder with the MLQA dev files")
    parser.add_argument("--rounds", type=int, default=ROUNDS, metavar="N", help=f"builds of each (default {ROUNDS})")
    parser.add_argument("--most", type=int, metavar="N", help="records a language, for a quick look")
    options = parser.parse_args()
    records: Records = {language: rows[: options.most] for language, rows in load(options.questions).items()}
    embedding = FundstelleEmbedding(default_embedder())
    embedding.get_query_embedding("warm")
    seconds: dict[str, list[float]] = {"ours": [], "theirs": []}
    with tempfile.TemporaryDirectory() as scratch:
        source = Path(scratch) / "passages.jsonl"
        write_articles(records, source)
        for turn in range(options.rounds):
            data = Path(scratch) / f"ours-{turn}"
            seconds["ours"].append(build_index(data, [source], default_embedder(), progress=bars).seconds)
            started = time.monotonic()
            theirs = _build_llamaindex(records, Path(scratch) / f"theirs-{turn}", embedding)
            seconds["theirs"].append(time.monotonic() - started)
        questions = parallel_questions(records)
        with Fundstelle.open(data) as archive:
            ours = {language: archive.as_retriever(REACH, languages=[language]) for language in LANGUAGES}
            rows = {"LlamaIndex": _gains(theirs, questions), "Fundstelle": _gains(ours, questions)}
    lines = [*_heading(), *_speed(seconds, records), "", *_quality(rows, len(questions) // len(DIRECTIONS))]
    RESULT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    sys.stdout.write(RESULT.read_text(encoding="utf-8"))


def _build_llamaindex(records: Records, folder: Path, embedding: FundstelleEmbedding) -> dict[Language, BaseRetriever]:
    """Its own way with its own defaults; the title is embedded before the text, as ours is."""
    store: Any = import_module("llama_index.vector_stores.chroma")  # not among what Fundstelle requires
    client = chromadb.PersistentClient(str(folder), settings=Settings(anonymized_telemetry=False))
    retrievers = {}
    for language, rows in records.items():
        titles = {str(row["context"]): str(row["title"]) for row in rows}
        documents = [
            Document(
                text=text,
                id_=article_id(language, text),
                metadata={"title": title, "language": language},
                excluded_embed_metadata_keys=["language"],
            )
            for text, title in titles.items()
        ]
        collection = client.create_collection(f"passages-{language}", embedding_function=None)
        context = StorageContext.from_defaults(vector_store=store.ChromaVectorStore(chroma_collection=collection))
        index = VectorStoreIndex.from_documents(documents, storage_context=context, embed_model=embedding)
        retrievers[language] = index.as_retriever(similarity_top_k=REACH)
    return retrievers


def _gains(retrievers: Retrievers, questions: Sequence[Asked]) -> dict[tuple[Language, Language], float]:
    """Mean nDCG@10 of each direction."""
    gains: dict[tuple[Language, Language], list[float]] = {direction: [] for direction in DIRECTIONS}
    with bars("asking", len(questions), "question") as advance:
        for asked in questions:
            nodes = retrievers[asked.written].retrieve(asked.text)
            ranking: Ranking = [str(node.node.ref_doc_id) for node in nodes]
            gains[asked.asked, asked.written].append(gain(ranking, asked.article_id))
            advance(1)
    return {direction: float(np.mean(own)) for direction, own in gains.items()}


def _heading() -> list[str]:
    versions = ", ".join(f"{name} {version(name)}" for name in ("llama-index-core", "chromadb"))
    return [
        "# Fundstelle and LlamaIndex's VectorStoreIndex on Chroma, same embedder",
        "",
        f"`python -m bench.llamaindex --questions DIR`, {datetime.now(UTC):%Y-%m-%d}, Python",
        f"{platform.python_version()}, {versions}, {thread_limit()} threads of {os.cpu_count()} cores. Seconds vary",
        "with what else the machine does; both are built in turns, and the ratio compares them turn by turn.",
        "",
    ]


def _speed(seconds: Mapping[str, Sequence[float]], records: Records) -> list[str]:
    passages = sum(len({row["context"] for row in rows}) for rows in records.values())
    ratios = [theirs / ours for ours, theirs in zip(seconds["ours"], seconds["theirs"], strict=True)]
    lines = [
        f"## Building an index of {passages} passages",
        "",
        "| | passages/s, median | best | ratio, median | turns |",
        "|---|---|---|---|---|",
    ]
    for name, label, own in (
        ("theirs", "LlamaIndex, vectors only", [1.0] * len(ratios)),
        ("ours", "Fundstelle, all of the archive, checked", ratios),
    ):
        times = seconds[name]
        turns = ", ".join(f"{value:.2f}" for value in own) if name == "ours" else ""
        rates = f"{passages / statistics.median(times):.1f} | {passages / min(times):.1f}"
        lines.append(f"| {label} | {rates} | {statistics.median(own):.2f} | {turns} |")
    return lines


def _quality(rows: Mapping[str, Mapping[tuple[Language, Language], float]], questions: int) -> list[str]:
    return [
        f"## Default retrievers, nDCG@10, {questions} questions a direction",
        "",
        "Fundstelle reads the best passages with a reader that was trained on three quarters of these questions'",
        "articles, which flatters it here; its figures without reading are in `retrieval.md`, on the same archive.",
        "",
        "| | " + " | ".join(f"{asked}>{written}" for asked, written in DIRECTIONS) + " |",
        "|---|" + "---|" * len(DIRECTIONS),
        *(f"| {name} | " + " | ".join(f"{own[d]:.3f}" for d in DIRECTIONS) + " |" for name, own in rows.items()),
    ]


if __name__ == "__main__":
    main()
