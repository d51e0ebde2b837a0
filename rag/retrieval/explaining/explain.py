"""A search, and every stage of it."""

from __future__ import annotations

from index.embedding.interface import Vectors
from index.generation import Generation
from rag.explanation import Explanation
from rag.question import Question
from rag.retrieval.asked import prepare
from rag.retrieval.dates import allowed_rows
from rag.retrieval.explaining.analysis import analysis_of
from rag.retrieval.explaining.dropped import beyond, copies, shut_out
from rag.retrieval.explaining.filtering import filtering_of
from rag.retrieval.explaining.results import places_of, scored_places
from rag.retrieval.explaining.stages import language_stage
from rag.retrieval.hits import Hit
from rag.retrieval.reranking import rerank, reranking_budget
from rag.retrieval.retriever import hits_in, trace


def explain(
    generation: Generation, question: Question, embedding: Vectors, k: int, *, stated: bool
) -> tuple[list[Hit], Explanation]:
    """Search as `best_hits` does, and say how.

    Args:
        generation: what to search.
        question: what is asked.
        embedding: the question as a unit vector.
        k: at most so many passages.
        stated: whether the question's language was given, not detected.

    Returns:
        The hits that `best_hits` returns, and their explanation.

    Raises:
        ModelError: a model cannot be loaded.
        UsageError: the budget for reranking is no number of passages.
    """
    budget = reranking_budget()
    allowed, _ = allowed_rows(generation.columns, question)
    traced = trace(prepare(generation, question, embedding), allowed, max(k, budget))
    retrieved = hits_in(traced, max(k, budget))
    ranked = rerank(question.text, retrieved, budget)
    ranking, results = traced.ranking, ranked[:k]
    places = places_of(ranking, retrieved, results)
    explanation = Explanation(
        analysis=analysis_of(traced.asked, stated),
        filtering=filtering_of(generation.columns, question),
        languages=[language_stage(traced.asked, own, ranking.scored) for own in traced.candidates],
        candidates=len(ranking.scored.rows),
        copies=len(ranking.scored.rows) - len(ranking.order),
        reranked=min(budget, len(retrieved)),
        results=scored_places(traced, results, places),
        dropped=[
            *copies(traced, ranking.scored.rows[places]),
            *beyond(traced, ranked, k),
            *shut_out(traced),
        ],
    )
    return results, explanation
