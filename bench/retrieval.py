"""Retrieval on MLQA dev in all four directions: `python -m bench.retrieval --questions DIR`.

Compares keyword analyzers, each side of the fusion alone, reciprocal rank fusion and the product's own retrieval, all
on the same passages (456 German, 978 English) and the 512 questions that exist in both languages. nDCG@10 with one
relevant passage a question (Järvelin & Kekäläinen 2002). Writes `bench/results/retrieval.md`.
"""

from __future__ import annotations

import argparse
import math
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import bm25s
import numpy as np

from bench.archive import indexed
from bench.mlqa import Asked, load, parallel_questions, write_articles
from index.columns import LANGUAGES
from index.embedding import default_embedder
from index.embedding.interface import embed_question
from index.embedding.late_interaction import late_interaction
from index.embedding.token_vectors import default_token_vectors
from index.generation import Generation
from index.keywords import KeywordIndex, analyze, question_terms, write_keywords
from index.keywords.analyzer import fold, grams, stem, words
from index.keywords.bm25 import K1, B
from index.models import Article, Language
from index.passages import embedded_text
from rag.cli.progress import bars
from rag.question import read_question
from rag.retrieval import retrieve
from rag.retrieval.translation import keyword_terms

RESULT = Path(__file__).parent / "results" / "retrieval.md"
DEPTH = 10
RRF_CONSTANT = 60

Ranking = list[str]
Analyzer = Callable[[str, Language], list[str]]


def only_grams(text: str, language: Language) -> list[str]:
    """Character 4-grams without stems."""
    del language
    return [gram for word in words(text) for gram in grams(fold(word))]


def only_stems(text: str, language: Language) -> list[str]:
    """Snowball stems without 4-grams."""
    return [stem(word, language) for word in words(text)]


def gain(ranking: Sequence[str], relevant: str) -> float:
    """nDCG@10 with one relevant article: 1 / log2(rank + 1), 0 beyond rank 10."""
    distinct = list(dict.fromkeys(ranking))[:DEPTH]
    return 1.0 / math.log2(distinct.index(relevant) + 2) if relevant in distinct else 0.0


def keyword_rankings(articles: Sequence[Article], questions: Sequence[Asked], analyzer: Analyzer) -> list[Ranking]:
    """BM25 over whole passages, one index a language."""
    rankings: dict[int, Ranking] = {}
    for language in LANGUAGES:
        own = [article for article in articles if article.language == language]
        if not own:
            continue
        index = bm25s.BM25(k1=K1, b=B, method="lucene")
        index.index([analyzer(embedded_text(a.title, a.text), language) for a in own], show_progress=False)
        for number, asked in enumerate(questions):
            if asked.written == language:
                known = [term for term in analyzer(asked.text, asked.asked) if term in index.vocab_dict]
                scores = index.get_scores(known) if known else np.zeros(len(own))
                rankings[number] = [own[i].id for i in np.argsort(-scores, kind="stable")[:100]]
    return [rankings[number] for number in range(len(questions))]


def translated_rankings(generation: Generation, questions: Sequence[Asked]) -> list[Ranking]:
    """The keyword side as it ships: weighted terms, those of the other language's articles translated."""
    ids = generation.archive.article_ids()
    numbers = generation.columns.article_numbers(np.arange(len(generation.columns)))
    rankings = []
    for asked in questions:
        rows = np.flatnonzero(generation.columns.languages() == LANGUAGES.index(asked.written))
        scores = generation.keywords.weighted_scores(keyword_terms(asked.text, asked.asked, asked.written))[rows]
        rankings.append([ids[numbers[row]] for row in rows[np.argsort(-scores, kind="stable")[:100]]])
    return rankings


def our_keyword_rankings(articles: Sequence[Article], questions: Sequence[Asked]) -> list[Ranking]:
    """The product's keyword search, names and numbers included, one index a language."""
    rankings: dict[int, Ranking] = {}
    for language in LANGUAGES:
        own = [article for article in articles if article.language == language]
        with tempfile.TemporaryDirectory() as scratch:
            write_keywords(Path(scratch), [analyze(embedded_text(a.title, a.text), language) for a in own])
            index = KeywordIndex(Path(scratch), len(own))
            for number, asked in enumerate(questions):
                if asked.written == language:
                    scores = index.weighted_scores(question_terms(asked.text, asked.asked, language))
                    rankings[number] = [own[i].id for i in np.argsort(-scores, kind="stable")[:100]]
    return [rankings[number] for number in range(len(questions))]


def late_rankings(generation: Generation, questions: Sequence[Asked]) -> list[Ranking]:
    """Token-level late interaction with all passages of the language, without any model."""
    table = default_token_vectors()
    rankings: dict[int, Ranking] = {}
    for code, language in enumerate(LANGUAGES):
        rows = [int(row) for row in np.flatnonzero(generation.columns.languages() == code)]
        ids = [stored.article.id for stored in generation.archive.passages(rows)]
        passages = generation.words.of(rows)
        for number, asked in enumerate(questions):
            if asked.written == language:
                scores = late_interaction(table, table.encode(asked.text), passages)
                rankings[number] = [ids[i] for i in np.argsort(-scores, kind="stable")[:100]]
    return [rankings[number] for number in range(len(questions))]


def fused(one: Ranking, other: Ranking) -> Ranking:
    """Reciprocal rank fusion (Cormack et al. 2009) with its usual constant."""
    scores: dict[str, float] = {}
    for ranking in (one, other):
        for rank, identifier in enumerate(ranking):
            scores[identifier] = scores.get(identifier, 0.0) + 1.0 / (RRF_CONSTANT + rank + 1)
    return sorted(scores, key=lambda identifier: -scores[identifier])


def main() -> None:
    """Measure and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--questions", type=Path, required=True, metavar="DIR", help="folder with the MLQA dev files")
    options = parser.parse_args()
    records = load(options.questions)
    questions = parallel_questions(records)
    with tempfile.TemporaryDirectory() as scratch:
        write_articles(records, Path(scratch) / "passages.jsonl")
        with indexed(Path(scratch) / "data", Path(scratch) / "passages.jsonl") as generation:
            rows = _measure(generation, questions)
    RESULT.write_text(_table(rows, questions), encoding="utf-8")
    sys.stdout.write(RESULT.read_text(encoding="utf-8"))


def _measure(generation: Generation, questions: Sequence[Asked]) -> dict[str, list[Ranking]]:
    articles = list(generation.archive.articles())
    rows = {
        "BM25, stems": keyword_rankings(articles, questions, only_stems),
        "BM25, 4-grams": keyword_rankings(articles, questions, only_grams),
        "BM25 of all kinds of terms (ours)": our_keyword_rankings(articles, questions),
        "the same, words translated": translated_rankings(generation, questions),
        "fundstelle-embed-de-en, int8": [],
        "late interaction of words": late_rankings(generation, questions),
        "reciprocal rank fusion of both": [],
        "Fundstelle's retrieval": [],
        "the same, both languages in one ranking": [],
    }
    embedder = default_embedder()
    with bars("asking", len(questions), "question") as advance:
        for number, asked in enumerate(questions):
            embedding = embed_question(embedder, asked.text)
            near = generation.vectors.nearest(embedding, asked.written, 100)
            vector = [stored.article.id for stored in generation.archive.passages([int(row) for row in near])]
            rows["fundstelle-embed-de-en, int8"].append(vector)
            keyword = rows["BM25 of all kinds of terms (ours)"][number]
            rows["reciprocal rank fusion of both"].append(fused(keyword, list(dict.fromkeys(vector))))
            for name, languages in (
                ("Fundstelle's retrieval", (asked.written,)),
                ("the same, both languages in one ranking", LANGUAGES),
            ):
                question = read_question(asked.text, asked.asked, {"languages": languages})
                hits = retrieve(generation, question, embedding, 3 * DEPTH)
                rows[name].append([hit.article.id for hit in hits])
            advance(1)
    return rows


def _table(rows: dict[str, list[Ranking]], questions: Sequence[Asked]) -> str:
    directions = [(asked, written) for asked in LANGUAGES for written in LANGUAGES]
    lines = [
        "# Retrieval on MLQA dev, nDCG@10",
        "",
        "`python -m bench.retrieval --questions DIR`; 456 German and 978 English passages, 512 questions a direction.",
        "One archive a language, except in the last row, where a passage in the other language that answers as well",
        "still counts as wrong.",
        "",
        "| | " + " | ".join(f"{asked}>{written}" for asked, written in directions) + " |",
        "|---|" + "---|" * len(directions),
    ]
    for name, rankings in rows.items():
        cells = []
        for asked, written in directions:
            gains = [
                gain(ranking, q.article_id)
                for ranking, q in zip(rankings, questions, strict=True)
                if (q.asked, q.written) == (asked, written)
            ]
            cells.append(f"{np.mean(gains):.3f}")
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
