"""Citation exactness: promise 1, measured instead of believed."""

from __future__ import annotations

from collections.abc import Mapping

from rag.models import Answer, Citation


def is_exact(citation: Citation, texts: Mapping[str, str]) -> bool:
    """Say whether the article's characters `start` to `end` are the quote; an empty quote or unknown article: no."""
    text = texts.get(citation.article_id)
    return text is not None and citation.quote != "" and text[citation.start : citation.end] == citation.quote


def citation_exactness(answer: Answer, texts: Mapping[str, str]) -> float | None:
    """Share of the citations of an answer that are exact.

    Definition: citations with `article.text[start:end] == quote` / citations, where the nearest passages that a refusal
    shows count as citations too.
    Source: promise 1 of Fundstelle; offsets as Unicode code points, end exclusive.
    Range: 0 to 1, higher is better; anything below 1 is a defect.
    Missing: an answer without a citation scores 0; None (left out of the mean) for a refusal that shows none.

    Args:
        answer: the answer to check.
        texts: the stored text by article id; an id that is not in it is an unknown article.
    """
    citations = [*answer.citations, *answer.nearest]
    if not citations:
        return None if answer.status == "not_in_corpus" else 0.0
    return sum(is_exact(citation, texts) for citation in citations) / len(citations)
