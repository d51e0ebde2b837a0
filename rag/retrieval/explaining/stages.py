"""How the articles of one language were searched: what each source brought in."""

from __future__ import annotations

import numpy as np

from index.columns import Rows
from rag.explanation import LanguageStage, Source, SourceCandidate
from rag.retrieval.asked import Asked
from rag.retrieval.candidates import Candidates, SourceName
from rag.retrieval.explaining.numbers import short, spans_of
from rag.retrieval.scoring import Scored
from rag.retrieval.weights import weights_of

BEST = 5
"""Candidates shown of each source."""


def language_stage(asked: Asked, own: Candidates, scored: Scored) -> LanguageStage:
    """Describe the search in one language.

    Args:
        asked: the question.
        own: the language's candidates.
        scored: those of all languages.
    """
    mine = np.isin(scored.rows, own.rows)
    return LanguageStage(
        language=own.language,
        passages=len(own.everything),
        searched=len(own.searched),
        sources=[_source(asked, own, scored, name, rows) for name, rows in own.sources.items()],
        candidates=int(np.count_nonzero(mine)),
        compared=int(np.count_nonzero(scored.compared & mine)),
        weights=weights_of(asked.question.language, own.language),
    )


def _source(asked: Asked, own: Candidates, scored: Scored, name: SourceName, rows: Rows) -> Source:
    best = [int(np.flatnonzero(scored.rows == row)[0]) for row in rows[:BEST]]
    by_words = name == "keyword"
    raw = asked.bm25[own.language][scored.rows] if by_words else scored.cosine
    standardised = scored.keyword if by_words else scored.vector
    spans = spans_of(asked.generation, rows[:BEST].tolist())
    return Source(
        name=name,
        found=len(rows),
        best=[
            SourceCandidate(**spans[row], raw=short(raw[place]), standardised=short(standardised[place]))
            for row, place in zip(rows[:BEST].tolist(), best, strict=True)
        ],
    )
