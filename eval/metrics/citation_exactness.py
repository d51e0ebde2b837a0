"""Citation exactness: promise 1, measured instead of believed."""

from __future__ import annotations

from collections.abc import Sequence

from rag.models import Answer, Citation


def is_exact(citation: Citation, stored: str | None) -> bool:
    """Say whether the quote is what the article holds there; an empty quote or an unknown article (None): no."""
    return stored is not None and citation.quote != "" and stored == citation.quote


def citation_exactness(answer: Answer, stored: Sequence[str | None]) -> float | None:
    """Share of the citations of an answer that are exact.

    Definition: citations with `article.text[start:end] == quote` / citations, where the nearest passages that a refusal
    shows count as citations too.
    Source: promise 1 of Fundstelle; offsets as Unicode code points, end exclusive.
    Range: 0 to 1, higher is better; anything below 1 is a defect.
    Missing: an answer without a citation, or an error, scores 0; None (left out of the mean) for a refusal that shows
    none.

    Args:
        answer: the answer to check.
        stored: `article.text[start:end]` of each citation, then of each nearest one; None for an unknown article.
    """
    citations = [*answer.citations, *answer.nearest]
    if not citations:
        return None if answer.status == "not_in_corpus" else 0.0
    exact = (is_exact(citation, found) for citation, found in zip(citations, stored, strict=True))
    return sum(exact) / len(citations)
