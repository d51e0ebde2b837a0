"""Candidates that are no results, and why."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.columns import Rows
from index.duplicates import ALONE
from rag.explanation import Dropped, Place
from rag.retrieval.dates import allowed_rows
from rag.retrieval.explaining.filtering import filters_of
from rag.retrieval.explaining.numbers import short, span_of, spans_of
from rag.retrieval.hits import Hit
from rag.retrieval.retriever import Trace, trace

NEXT = 5
"""Candidates shown of those beyond the last result, and of those that filters left out."""


def copies(traced: Trace, results: Rows) -> list[Dropped]:
    """The candidates of a search that were folded into its results, which are given by their rows; best first."""
    generation, ranking = traced.asked.generation, traced.ranking
    rows = ranking.scored.rows
    standing = dict(zip(generation.columns.clusters(results).tolist(), results.tolist(), strict=True))
    standing.pop(ALONE, None)
    clusters = generation.columns.clusters(rows).tolist()
    kept = set(rows[ranking.order].tolist())
    folded = [i for i, row in enumerate(rows.tolist()) if row not in kept and clusters[i] in standing]
    spans = spans_of(generation, [*rows[folded].tolist(), *standing.values()])
    return [
        Dropped(
            **spans[int(rows[place])],
            score=short(ranking.scores[place]),
            reason="copy",
            copy_of=Place(**spans[standing[clusters[place]]]),
        )
        for place in sorted(folded, key=lambda place: -ranking.scores[place])
    ]


def beyond(traced: Trace, ranked: Sequence[Hit], k: int) -> list[Dropped]:
    """The next candidates after the last result.

    Args:
        traced: the search.
        ranked: all hits that were read from the archive, after reranking; at least k if there are so many.
        k: how many of them are results.
    """
    ranking = traced.ranking
    following = [(span_of(hit.passage), hit.score) for hit in ranked[k:]]
    unread = ranking.order[len(ranked) :][:NEXT]
    spans = spans_of(traced.asked.generation, ranking.scored.rows[unread].tolist())
    for place in unread:  # what was not read cannot come before what was
        score = min(float(ranking.scores[place]), ranked[-1].score)
        following.append((spans[int(ranking.scored.rows[place])], score))
    return [
        Dropped(**span, score=short(score), reason="beyond_k", rank=rank)
        for rank, (span, score) in enumerate(following[:NEXT], start=k + 1)
    ]


def shut_out(traced: Trace) -> list[Dropped]:
    """The best of the passages that the filters leave out, scored as if they alone were searched."""
    asked, columns = traced.asked, traced.asked.generation.columns
    left_out = np.setdiff1d(np.arange(len(columns)), traced.allowed, assume_unique=True)
    other = trace(asked, left_out, NEXT).ranking
    _, disregarded = allowed_rows(columns, asked.question)
    fitting = {
        name: set(rows.tolist())
        for name, _, rows in filters_of(columns, asked.question)
        if not (disregarded and name == "time")
    }
    best = other.order[:NEXT]
    spans = spans_of(asked.generation, other.scored.rows[best].tolist())
    return [
        Dropped(
            **spans[row],
            score=short(other.scores[place]),
            reason="filtered",
            filters=[name for name, rows in fitting.items() if row not in rows],
        )
        for place, row in zip(best, other.scored.rows[best].tolist(), strict=True)
    ]
