"""Retrieve passages for a question from one generation."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from index.columns import LANGUAGES, Rows
from index.embedding.interface import Vectors
from index.generation import Generation
from index.keywords import analyze
from index.models import Article, Passage
from rag.question import Question
from rag.retrieval.fusion import Scores, fuse, standardise

POOL = 100
"""Least number of candidates a side and a language, however few are wanted."""

SAMPLE = 2000
"""Passages whose cosines stand for all when a language has more: the mean of 2,000 is within 0.003."""


@dataclass(frozen=True)
class Hit:
    """A retrieved passage.

    Attributes:
        passage: its span.
        article: the article it belongs to.
        score: fused; higher is better, comparable within one question.
        keyword: BM25, standardised within the article's language.
        vector: cosine, standardised likewise.
        cosine: of question and passage, -1 to 1; unlike the scores above it does not depend on the rest of the archive.
    """

    passage: Passage
    article: Article
    score: float
    keyword: float
    vector: float
    cosine: float


@dataclass(frozen=True)
class _Ranked:
    """Candidates of one language with their scores, aligned."""

    rows: Rows
    fused: Scores
    keyword: Scores
    vector: Scores
    cosine: Scores


def retrieve(generation: Generation, question: Question, embedding: Vectors, k: int) -> list[Hit]:
    """Rank the passages that pass the question's filters.

    Args:
        generation: what to search.
        question: what is asked.
        embedding: the question as a unit vector.
        k: at most so many passages.

    Returns:
        Best first; ties in the order of the archive. Empty when the filters leave nothing.
    """
    filters = question.filters
    allowed = generation.columns.matching(filters.date_from, filters.date_to, filters.languages, filters.sources)
    bm25 = generation.keywords.scores(analyze(question.text, question.language))
    background = _sampled(generation, embedding, np.arange(len(generation.columns)))
    depth = max(POOL, k)
    ranked = []
    for code, language in enumerate(LANGUAGES):
        everything = np.flatnonzero(generation.columns.languages() == code)
        rows = np.intersect1d(allowed, everything, assume_unique=True)
        if len(rows) == 0:
            continue
        if len(rows) == len(everything) and generation.vectors.has_neighbours:
            near = generation.vectors.nearest(embedding, language, min(depth, len(rows)))
        else:
            near = generation.vectors.nearest_among(embedding, rows, depth)
        keyword_best = rows[np.argsort(-bm25[rows], kind="stable")[:depth]]
        pool = np.union1d(keyword_best, near)
        # The scale is that of the whole language: a filter must not change what a score means.
        cosines = generation.vectors.scores(embedding, pool)
        keyword = standardise(bm25[pool], bm25[everything], bm25)
        vector = standardise(cosines, _sampled(generation, embedding, everything), background)
        ranked.append(_Ranked(pool, fuse(keyword, vector, question.language, language), keyword, vector, cosines))
    return _hits(generation, ranked, k)


def _sampled(generation: Generation, embedding: Vectors, rows: Rows) -> Scores:
    """The cosines of so many of the rows that they stand for all."""
    return generation.vectors.scores(embedding, rows[:: max(1, len(rows) // SAMPLE)])


def _hits(generation: Generation, ranked: list[_Ranked], k: int) -> list[Hit]:
    if not ranked:
        return []
    rows = np.concatenate([r.rows for r in ranked])
    fused = np.concatenate([r.fused for r in ranked])
    keyword = np.concatenate([r.keyword for r in ranked])
    vector = np.concatenate([r.vector for r in ranked])
    cosine = np.concatenate([r.cosine for r in ranked])
    order = np.lexsort((rows, -fused))[:k]
    stored = generation.archive.passages([int(row) for row in rows[order]])
    return [
        Hit(s.passage, s.article, float(fused[i]), float(keyword[i]), float(vector[i]), float(cosine[i]))
        for s, i in zip(stored, order, strict=True)
    ]
