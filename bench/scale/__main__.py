"""Search at 100,000 passages: `python -m bench.scale --data DIR`. Writes `bench/results/scale.md`.

DIR holds `news` and `scale` (see `bench.scale.articles`). Articles and index are kept in the work folder: a run that
was stopped goes on where it was, and nothing is embedded twice. Building and searching run in processes of their own.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from bench.scale.articles import write_articles
from bench.scale.building import RECORD
from bench.scale.report import report
from index.embedding import default_embedder

RESULT = Path(__file__).resolve().parents[1] / "results" / "scale.md"
WORK = Path(".cache/scale")


def main() -> None:
    """Build what is missing, measure, write the report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="folder with `news` and `scale`")
    parser.add_argument("--passages", type=int, default=100_000, help="size of the archive")
    parser.add_argument("--questions", type=int, default=100, help="questions a way to search, an even number")
    parser.add_argument("--work", type=Path, default=WORK, metavar="DIR", help="where articles and index are kept")
    options = parser.parse_args()
    articles = options.work / f"articles-{options.passages}.jsonl"
    if not articles.exists():
        options.work.mkdir(parents=True, exist_ok=True)
        unfinished = articles.with_suffix(".part")
        write_articles(options.data, unfinished, options.passages, default_embedder())
        unfinished.rename(articles)
    data = options.work / "data"
    _run("building", data, articles)
    ours = _run("searching", data, articles, options.questions)
    chroma = _run("searching", data, articles, options.questions, options.work / "chroma")
    built = json.loads((data / RECORD).read_text(encoding="utf-8"))
    RESULT.write_text(report(built, json.loads(ours), json.loads(chroma), vars(options)), encoding="utf-8")
    sys.stdout.write(RESULT.read_text(encoding="utf-8"))


def _run(module: str, *arguments: Any) -> str:
    """Run one of our modules in a fresh process, without reranking, and return what it printed."""
    command = [sys.executable, "-m", f"bench.scale.{module}", *map(str, arguments)]
    environment = {**os.environ, "FUNDSTELLE_RERANK": "0"}
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=environment).stdout


if __name__ == "__main__":
    main()
