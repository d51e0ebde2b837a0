"""Candidates scored: keyword, vector and word by word, each with what it adds to the fused score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from index.columns import Rows
from index.embedding.late_interaction import late_interaction
from index.embedding.token_vectors import default_token_vectors
from rag.retrieval.asked import Asked
from rag.retrieval.candidates import Candidates
from rag.retrieval.dates import date_scores
from rag.retrieval.fusion import Scores, fuse, standardise, token_part

COMPARED = 64
"""Candidates of a language that are compared with the question word by word, or as many as are wanted. The others get
nothing for it, as if they were about something else."""


@dataclass(frozen=True)
class Scored:
    """Candidates with their scores, aligned. `Hit` says what the sides' scores mean.

    Attributes:
        rows: the passages.
        keyword: BM25, standardised.
        vector: cosine, standardised.
        cosine: as it is.
        token: late interaction.
        compared: whether late interaction was looked at.
        date_part: what the time of publication adds to the fused score.
        token_part: what late interaction adds to it; 0 where it was not looked at.
        fused: keyword and vector weighed, and both parts added.
    """

    rows: Rows
    keyword: Scores
    vector: Scores
    cosine: Scores
    token: Scores
    compared: NDArray[np.bool_]
    date_part: Scores
    token_part: Scores
    fused: Scores


def score(asked: Asked, candidates: Candidates, k: int) -> Scored:
    """Score the candidates of one language; at least the k best of them by late interaction too."""
    language, rows = candidates.language, candidates.rows
    bm25, columns = asked.bm25[language], asked.generation.columns
    # The scale is that of the whole language: a filter must not change what a score means.
    cosine = asked.generation.vectors.scores(asked.embedding, rows)
    keyword = standardise(bm25[rows], bm25[candidates.everything], bm25)
    vector = standardise(cosine, asked.background[language], asked.background[None])
    dates = date_scores(columns, rows, asked.question)
    fused = fuse(keyword, vector, asked.question.language, language) + dates
    token, part = np.zeros_like(fused), np.zeros_like(fused)
    best = np.argsort(-fused, kind="stable")[: max(COMPARED, k)]
    asked.generation.give_back()  # the vectors have been read, the words come next
    passages = asked.generation.words.of(rows[best].tolist())
    token[best] = late_interaction(default_token_vectors(), asked.words, passages)
    part[best] = token_part(token[best], asked.question.language, language)
    compared = np.isin(np.arange(len(rows)), best)
    return Scored(rows, keyword, vector, cosine, token, compared, dates, part, fused + part)


def joined(parts: Sequence[Scored]) -> Scored:
    """The candidates of all languages."""
    return Scored(
        *(np.concatenate([getattr(part, field.name) for part in (_NONE, *parts)]) for field in fields(Scored))
    )


_N: Scores = np.empty(0, dtype=np.float32)
_NONE = Scored(np.empty(0, dtype=np.int64), _N, _N, _N, _N, np.empty(0, dtype=np.bool_), _N, _N, _N)
