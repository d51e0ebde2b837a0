"""The results with all their scores, and what each of these adds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from index.keywords.question import kind_of
from index.models import Passage
from rag.explanation import Match, Parts, ScoredPlace
from rag.retrieval.explaining.numbers import short, span_of
from rag.retrieval.folding import Places
from rag.retrieval.fusion import fuse
from rag.retrieval.hits import Hit
from rag.retrieval.ranking import Ranking
from rag.retrieval.retriever import Trace
from rag.retrieval.translation import keyword_terms

MATCHES = 8
"""Keywords shown of each result."""


def places_of(ranking: Ranking, retrieved: Sequence[Hit], results: Sequence[Hit]) -> Places:
    """Where results stand in their ranking's arrays.

    Args:
        ranking: all candidates.
        retrieved: the best of them as hits, in its order.
        results: some of these hits, perhaps in another order and with other scores.
    """
    place_of = {_key(hit.passage): place for hit, place in zip(retrieved, ranking.order.tolist(), strict=False)}
    return np.array([place_of[_key(hit.passage)] for hit in results], dtype=np.int64)


def scored_places(traced: Trace, results: Sequence[Hit], places: Places) -> list[ScoredPlace]:
    """Describe the results of a search; `places` is where they stand in its ranking's arrays."""
    matches = _matches(traced, results, places)
    return [
        _scored(traced, rank, hit, int(place), matches[rank - 1])
        for rank, (hit, place) in enumerate(zip(results, places, strict=True), start=1)
    ]


def _scored(traced: Trace, rank: int, hit: Hit, place: int, matches: Sequence[Match]) -> ScoredPlace:
    row = traced.ranking.scored.rows[place]
    return ScoredPlace(
        **span_of(hit.passage),
        rank=rank,
        score=short(hit.score),
        parts=_parts(traced, hit, place),
        found_by=[name for own in traced.candidates for name, rows in own.sources.items() if row in rows],
        bm25=short(traced.asked.bm25[hit.article.language][row]),
        keyword=short(hit.keyword),
        cosine=short(hit.cosine),
        vector=short(hit.vector),
        token=short(hit.token),
        answerable=short(hit.reading.answerable) if hit.reading is not None else None,
        matches=list(matches),
    )


def _parts(traced: Trace, hit: Hit, place: int) -> Parts:
    """What the score of a result consists of."""
    ranking, scored = traced.ranking, traced.ranking.scored
    pair = (traced.asked.question.language, hit.article.language)
    one = slice(place, place + 1)
    nothing = np.zeros(1, dtype=np.float32)
    order = float(ranking.order_part[place])
    return Parts(
        keyword=short(fuse(scored.keyword[one], nothing, *pair)[0]),
        vector=short(fuse(nothing, scored.vector[one], *pair)[0]),
        token=short(scored.token_part[place]),
        date=short(scored.date_part[place]),
        order=short(order),
        diversity=short(float(ranking.scores[place]) - float(scored.fused[place]) - order),
        reranking=short(hit.score - float(ranking.scores[place])),
    )


def _matches(traced: Trace, results: Sequence[Hit], places: Places) -> list[list[Match]]:
    """The keywords that brought most of each result's BM25, best first."""
    question, keywords = traced.asked.question, traced.asked.generation.keywords
    found: list[list[Match]] = [[] for _ in results]
    for language in {hit.article.language for hit in results}:
        own = [number for number, hit in enumerate(results) if hit.article.language == language]
        rows = traced.ranking.scored.rows[places[own]]
        for term, weight in keyword_terms(question.text, question.language, language).items():
            parts = keywords.weighted_scores({term: weight})[rows]
            for number, part in zip(own, parts.tolist(), strict=True):
                if part > 0.0:
                    found[number].append(Match(term=term, kind=kind_of(term), part=short(part)))
    return [_best(matches) for matches in found]


def _best(matches: Iterable[Match]) -> list[Match]:
    return sorted(matches, key=lambda match: -match.part)[:MATCHES]


def _key(passage: Passage) -> tuple[str, int, int]:
    return passage.article_id, passage.start, passage.end
