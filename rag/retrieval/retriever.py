"""Retrieve passages for a question from one generation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.columns import Rows
from index.embedding.interface import Vectors
from index.generation import Generation
from rag.question import Question
from rag.retrieval.asked import Asked, prepare
from rag.retrieval.candidates import Candidates, gather
from rag.retrieval.dates import allowed_rows
from rag.retrieval.hits import Hit, hits_of
from rag.retrieval.ranking import Ranking, rank
from rag.retrieval.scoring import score

DEEPER = 4
"""How many times as many candidates are gathered when folding copies leaves too few."""


@dataclass(frozen=True)
class Trace:
    """A retrieval stage by stage; what explains a result is made from the arrays that made it.

    Attributes:
        asked: the question.
        allowed: the passages that the filters leave.
        candidates: those of each language that has some.
        ranking: all of them in order.
    """

    asked: Asked
    allowed: Rows
    candidates: Sequence[Candidates]
    ranking: Ranking


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
    allowed, _ = allowed_rows(generation.columns, question)
    return hits_in(trace(prepare(generation, question, embedding), allowed, k), k)


def trace(asked: Asked, allowed: Rows, k: int) -> Trace:
    """Find, score and order the candidates among some passages, deep enough for k results."""
    reach = k
    while True:
        candidates = gather(asked, allowed, reach)
        parts = [score(asked, own, reach) for own in candidates]
        ranking = rank(asked.generation.columns, asked.question, parts)
        if len(ranking.order) >= k or len(ranking.scored.rows) == len(allowed):
            return Trace(asked, allowed, candidates, ranking)
        reach *= DEEPER  # so many of the candidates were copies of each other that more are needed


def hits_in(traced: Trace, k: int) -> list[Hit]:
    """The k best passages of a retrieval, read from the archive."""
    return hits_of(traced.asked.generation, traced.ranking, k)
