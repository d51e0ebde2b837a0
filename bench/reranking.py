"""What reading the best passages is worth: `python -m bench.reranking --questions DIR`.

DIR holds MLQA dev and `m2qa-news-train.de.jsonl.gz`. nDCG@10 of retrieval by how many of the best passages the shipped
reader reads, on the MLQA questions whose articles it was not trained on (all passages of a language as the archive) and
on M2QA's answerable German news questions (300 passages; check only). Writes `bench/results/reranking.md`; 5 minutes.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bench.archive import indexed
from bench.mlqa import article_id, load, write_articles
from bench.records import M2QA_NEWS, is_answerable, read_records
from bench.retrieval import DEPTH, gain
from index.embedding import default_embedder
from index.embedding.interface import embed_question
from index.generation import Generation
from index.models import Language
from rag.cli.progress import bars
from rag.question import read_question
from rag.reading.reader import default_reader
from rag.retrieval import Hit, retrieve
from rag.retrieval.reranking import READER_WEIGHT, RERANKED, weigh
from train.reader.rows import is_held_out, mlqa

RESULT = Path(__file__).parent / "results" / "reranking.md"
BUDGETS = (0, 3, 5, 8, 10)


@dataclass(frozen=True)
class Asked:
    """A question and the one article that answers it.

    Attributes:
        column: where its figure is reported.
        text: the question.
        asked: its language.
        written: the articles' language.
        article_id: the answering article.
    """

    column: str
    text: str
    asked: Language
    written: Language
    article_id: str


def main() -> None:
    """Measure and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--questions", type=Path, required=True, metavar="DIR", help="folder with MLQA dev and M2QA")
    folder = parser.parse_args().questions
    gains: dict[int, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    with tempfile.TemporaryDirectory() as scratch:
        write_articles(load(folder), Path(scratch) / "mlqa.jsonl")
        news = _news(folder, Path(scratch) / "news.jsonl")
        for name, questions in (("mlqa", list(_held_out(folder))), ("news", news)):
            with indexed(Path(scratch) / name, Path(scratch) / f"{name}.jsonl") as generation:
                _measure(generation, questions, gains)
    RESULT.write_text(_table(gains), encoding="utf-8")
    sys.stdout.write(RESULT.read_text(encoding="utf-8"))


def _held_out(folder: Path) -> Iterator[Asked]:
    for row in mlqa(folder):
        if is_held_out(row):
            answering = article_id(row.written, row.passage)
            yield Asked(f"{row.asked}>{row.written}", row.question, row.asked, row.written, answering)


def _news(folder: Path, articles: Path) -> list[Asked]:
    """M2QA's answerable questions; its passages are written as articles without titles."""
    records = list(read_records(folder / M2QA_NEWS))
    passages = {record["context"]: article_id("de", record["context"]) for record in records}
    written = [{"id": name, "text": text, "language": "de"} for text, name in passages.items()]
    articles.write_text("\n".join(json.dumps(article, ensure_ascii=False) for article in written), encoding="utf-8")
    return [
        Asked("M2QA news, de>de", r["question"], "de", "de", passages[r["context"]])
        for r in records
        if is_answerable(r)
    ]


def _measure(generation: Generation, questions: Sequence[Asked], gains: dict[int, dict[str, list[float]]]) -> None:
    embedder, reader = default_embedder(), default_reader()
    with bars("reading", len(questions), "question") as advance:
        for asked in questions:
            question = read_question(asked.text, asked.asked, {"languages": (asked.written,)})
            hits = retrieve(generation, question, embed_question(embedder, asked.text), 2 * DEPTH)
            read = {(hit.article.id, hit.passage.start): hit for hit in weigh(asked.text, hits[: max(BUDGETS)], reader)}
            for budget in BUDGETS:
                ranked = sorted(
                    (read[h.article.id, h.passage.start] for h in hits[:budget]), key=lambda hit: -hit.score
                )
                gains[budget][asked.column].append(gain(_ids([*ranked, *hits[budget:]]), asked.article_id))
            advance(1)


def _ids(hits: Sequence[Hit]) -> list[str]:
    return [hit.article.id for hit in hits]


def _table(gains: dict[int, dict[str, list[float]]]) -> str:
    columns = list(gains[0])
    lines = [
        "# Reading the best passages, nDCG@10",
        "",
        f"`python -m bench.reranking --questions DIR`; the reader's weight is {READER_WEIGHT}, the default {RERANKED}.",
        "MLQA: questions of the articles that the reader was not trained on, each language's passages as the archive.",
        "",
        "| passages read | " + " | ".join(f"{column} ({len(gains[0][column])})" for column in columns) + " |",
        "|---|" + "---|" * len(columns),
    ]
    lines += [
        f"| {budget} | " + " | ".join(f"{np.mean(gains[budget][column]):.3f}" for column in columns) + " |"
        for budget in BUDGETS
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
