"""A German archive of some size: `python -m bench.mlqa_test --questions DIR`.

DIR holds `mlqa.test.de.contexts.jsonl.gz` (3,963 passages without titles) and `mlqa.test.de.reconstructed.jsonl.gz`
(3,821 questions, each with the one passage it was asked about), from MLQA (Lewis et al. 2020, CC BY-SA 3.0). nDCG@10 of
Fundstelle's search, of BM25 over Snowball stems and of all-MiniLM-L6-v2, on the same passages in one run. Writes
`bench/results/mlqa-test.md`.
"""

from __future__ import annotations

import argparse
import itertools
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from bench.mlqa import Asked, article_id, write_articles
from bench.records import read_records
from bench.retrieval import DEPTH, Ranking, gain, keyword_rankings, only_stems
from index.build import build_index
from index.embedding import default_embedder
from index.embedding.default import PACKAGED, load_embedder
from index.embedding.interface import Vectors, embed_question
from index.embedding.parallel import embed_many
from index.models import Article
from index.progress import Advance
from rag import Fundstelle
from rag.cli.progress import bars

RESULT = Path(__file__).parent / "results" / "mlqa-test.md"
REACH = 3 * DEPTH
AT_ONCE = 32


def main() -> None:
    """Measure and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--questions", type=Path, required=True, metavar="DIR", help="folder with the MLQA test files")
    parser.add_argument("--most", type=int, metavar="N", help="questions and passages, for a quick look")
    options = parser.parse_args()
    contexts = read_records(options.questions / "mlqa.test.de.contexts.jsonl.gz")
    texts = [str(row["context"]) for row in itertools.islice(contexts, options.most)]
    known = set(texts)
    questions = [
        Asked(str(row["question"]), "de", "de", article_id("de", str(row["context"])), [])
        for row in read_records(options.questions / "mlqa.test.de.reconstructed.jsonl.gz")
        if options.most is None or row["context"] in known
    ]
    with tempfile.TemporaryDirectory() as scratch:
        write_articles({"de": [{"context": text, "title": ""} for text in texts]}, Path(scratch) / "passages.jsonl")
        build_index(Path(scratch) / "data", [Path(scratch) / "passages.jsonl"], default_embedder(), progress=bars)
        with Fundstelle.open(Path(scratch) / "data") as archive:
            articles = [archive.article(identifier) for identifier in archive.article_ids()]
            rows = {
                "BM25, Snowball stems": keyword_rankings(articles, questions, only_stems),
                f"{PACKAGED}, int8": _minilm_rankings(articles, questions),
                "Fundstelle": _our_rankings(archive, questions),
            }
    RESULT.write_text(_table(rows, questions, len(articles)), encoding="utf-8")
    sys.stdout.write(RESULT.read_text(encoding="utf-8"))


def _minilm_rankings(articles: Sequence[Article], questions: Sequence[Asked]) -> list[Ranking]:
    """By cosine with whole passages; it reads their first 256 word pieces."""
    embedder = load_embedder(PACKAGED)
    with bars(f"embedding by {PACKAGED}", len(articles), "passage") as advance:
        matrix = np.concatenate([_embed(articles[i : i + AT_ONCE], advance) for i in range(0, len(articles), AT_ONCE)])
    rankings = []
    with bars(f"asking {PACKAGED}", len(questions), "question") as advance:
        for asked in questions:
            cosines = matrix @ embed_question(embedder, asked.text)
            rankings.append([articles[i].id for i in np.argsort(-cosines, kind="stable")[:DEPTH]])
            advance(1)
    return rankings


def _embed(articles: Sequence[Article], advance: Advance) -> Vectors:
    vectors = embed_many(load_embedder(PACKAGED), [article.text for article in articles])
    advance(len(articles))
    return vectors


def _our_rankings(archive: Fundstelle, questions: Sequence[Asked]) -> list[Ranking]:
    """By the search that users have; several of its passages may belong to one article."""
    rankings = []
    with bars("asking Fundstelle", len(questions), "question") as advance:
        for asked in questions:
            rankings.append([result.article_id for result in archive.search(asked.text, REACH)])
            advance(1)
    return rankings


def _table(rows: dict[str, list[Ranking]], questions: Sequence[Asked], articles: int) -> str:
    lines = [
        "# Retrieval on MLQA test, German, nDCG@10",
        "",
        f"`python -m bench.mlqa_test --questions DIR`, {datetime.now(UTC):%Y-%m-%d}; {len(questions)} questions over "
        f"{articles} passages",
        "without titles, one relevant passage a question. ± is the standard error of the mean.",
        "",
        "| | nDCG@10 | ± | found first |",
        "|---|---|---|---|",
    ]
    for name, rankings in rows.items():
        gains = np.array([gain(ranking, q.article_id) for ranking, q in zip(rankings, questions, strict=True)])
        error = gains.std() / np.sqrt(len(gains))
        lines.append(f"| {name} | {gains.mean():.3f} | {error:.3f} | {(gains == 1.0).mean():.3f} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
