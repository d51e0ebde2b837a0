"""Answers from 10,000 articles: `python -m bench.asking --data DIR`. Writes `bench/results/asking.md`.

DIR holds `news` and `scale` (see `bench.scale.articles`). The archive is kept in the work folder and embedded once.
Answering is compared with searching for the same questions in the same run: retrieval and the reading of eight passages
are part of both, choosing, verifying and composing of the answer only.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import numpy as np

from bench.scale.articles import write_articles
from bench.scale.questions import questions
from index.build import build_index
from index.embedding import default_embedder
from rag import Fundstelle
from rag.cli.progress import bars

RESULT = Path(__file__).resolve().parent / "results" / "asking.md"
WORK = Path(".cache/asking")
ARTICLES = 10_000


def main() -> None:
    """Build what is missing, ask, write the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="folder with `news` and `scale`")
    parser.add_argument("--questions", type=int, default=100, help="how many, an even number")
    parser.add_argument("--work", type=Path, default=WORK, metavar="DIR", help="where the archive is kept")
    options = parser.parse_args()
    feed = options.work / "articles.jsonl"
    if not feed.exists():
        options.work.mkdir(parents=True, exist_ok=True)
        _write_feed(options.data, feed)
    build_index(options.work / "data", [feed], default_embedder(), only=True, progress=bars)
    warm, asked = islice(questions(feed, options.questions), 2)
    with Fundstelle.open(options.work / "data", now="2024-12-31") as archive:
        info = archive.info()
        for text, _ in warm[:10]:
            archive.ask(text)
        search = [_milliseconds(archive.search, text) for text, _ in asked]
        answer = [_milliseconds(archive.ask, text) for text, _ in asked]
    lines = [
        f"# Answers from {info.articles:,} articles ({info.passages:,} passages)",
        "",
        f"`python -m bench.asking --data DIR`, {len(asked)} questions, half German; two cores, milliseconds.",
        "",
        "| | p50 | p95 | against searching |",
        "|---|---|---|---|",
        _row("search, eight passages read", search, search),
        _row("answer", answer, search),
    ]
    RESULT.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _write_feed(data: Path, feed: Path) -> None:
    """The first articles of those that the large archive is made of, taken evenly from all of them."""
    everything = feed.with_suffix(".all")
    write_articles(data, everything, 100_000, default_embedder())
    lines = everything.read_text(encoding="utf-8").splitlines()
    step = len(lines) / ARTICLES
    kept = [lines[int(number * step)] for number in range(ARTICLES)]
    feed.write_text("\n".join(kept), encoding="utf-8")
    everything.unlink()


def _milliseconds(action: Callable[[str], object], text: str) -> float:
    started = time.perf_counter()
    action(text)
    return 1000 * (time.perf_counter() - started)


def _row(name: str, own: list[float], other: list[float]) -> str:
    p50, p95 = np.percentile(own, 50), np.percentile(own, 95)
    return f"| {name} | {p50:.0f} | {p95:.0f} | {p50 / np.percentile(other, 50):.2f} |"


if __name__ == "__main__":
    main()
