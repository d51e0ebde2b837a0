"""Retrieve passages for a question from one generation."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from index.columns import LANGUAGES, Rows
from index.embedding.interface import Vectors
from index.embedding.late_interaction import late_interaction
from index.embedding.token_matrix import TokenMatrix
from index.embedding.token_vectors import default_token_vectors
from index.generation import Generation
from index.keywords import analyze
from index.models import Article, Language, Passage
from rag.question import Question
from rag.retrieval.fusion import Scores, fuse, standardise, token_part

POOL = 100
"""Least number of candidates a side and a language, however few are wanted."""

SAMPLE = 2000
"""Passages whose cosines stand for all when a language has more: the mean of 2,000 is within 0.003."""


COMPARED = 64
"""Candidates of a language that are compared with the question word by word, or as many as are wanted. The others get
nothing for it, as if they were about something else."""


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
        token: how much of the question is found word by word, across languages too, 0 to 1; 0 for a candidate so far
            down that it was not compared.
    """

    passage: Passage
    article: Article
    score: float
    keyword: float
    vector: float
    cosine: float
    token: float = 0.0


@dataclass(frozen=True)
class _Asked:
    """A question with what is known of it before any language is looked at: its words, BM25 and cosines of all."""

    generation: Generation
    language: Language
    embedding: Vectors
    words: TokenMatrix
    bm25: Scores
    background: Scores


@dataclass(frozen=True)
class _Ranked:
    """Candidates of one language with their scores, aligned."""

    rows: Rows
    fused: Scores
    keyword: Scores
    vector: Scores
    cosine: Scores
    token: Scores


def retrieve(generation: Generation, question: Question, embedding: Vectors, k: int) -> list[Hit]:
    """Rank the passages that pass the question's filters.

    Args:
        generation: what to search.
        question: what is asked.
        embedding: the question as a unit vector.
        k: at most so many passages.

    Returns:
        Best first; ties in the order of the archive. Empty when the filters leave nothing.

    Raises:
        ModelError: the token vectors cannot be loaded.
    """
    filters = question.filters
    allowed = generation.columns.matching(filters.date_from, filters.date_to, filters.languages, filters.sources)
    asked = _Asked(
        generation,
        question.language,
        embedding,
        default_token_vectors().encode(question.text),
        generation.keywords.scores(analyze(question.text, question.language)),
        _sampled(generation, embedding, np.arange(len(generation.columns))),
    )
    ranked = []
    for code, language in enumerate(LANGUAGES):
        everything = np.flatnonzero(generation.columns.languages() == code)
        rows = np.intersect1d(allowed, everything, assume_unique=True)
        if len(rows):
            ranked.append(_rank(asked, language, everything, rows, k))
    return _hits(generation, ranked, k)


def _rank(asked: _Asked, language: Language, everything: Rows, rows: Rows, k: int) -> _Ranked:
    """Gather and score candidates of one language among `rows`; `everything` are all its passages."""
    vectors, bm25 = asked.generation.vectors, asked.bm25
    depth = max(POOL, k)
    if len(rows) == len(everything) and vectors.has_neighbours:
        near = vectors.nearest(asked.embedding, language, min(depth, len(rows)))
    else:
        near = vectors.nearest_among(asked.embedding, rows, depth)
    keyword_best = rows[np.argsort(-bm25[rows], kind="stable")[:depth]]
    pool = np.union1d(keyword_best, near)
    # The scale is that of the whole language: a filter must not change what a score means.
    cosines = vectors.scores(asked.embedding, pool)
    keyword = standardise(bm25[pool], bm25[everything], bm25)
    vector = standardise(cosines, _sampled(asked.generation, asked.embedding, everything), asked.background)
    fused = fuse(keyword, vector, asked.language, language)
    token = np.zeros_like(fused)
    compared = np.argsort(-fused, kind="stable")[: max(COMPARED, k)]
    passages = asked.generation.words.of(pool[compared].tolist())
    token[compared] = late_interaction(default_token_vectors(), asked.words, passages)
    fused[compared] += token_part(token[compared], asked.language, language)
    return _Ranked(pool, fused, keyword, vector, cosines, token)


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
    token = np.concatenate([r.token for r in ranked])
    order = np.lexsort((rows, -fused))[:k]
    stored = generation.archive.passages([int(row) for row in rows[order]])
    return [
        Hit(s.passage, s.article, *(float(scores[i]) for scores in (fused, keyword, vector, cosine, token)))
        for s, i in zip(stored, order, strict=True)
    ]
