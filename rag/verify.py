"""Check an answer's sentences against the spans they cite, before anybody sees them."""

from __future__ import annotations

from collections.abc import Sequence

from index.models import Article
from rag.models import Citation, Support


def quote_is_exact(citation: Citation, article: Article) -> bool:
    """Promise 1: the span holds exactly the quote, and the highlight lies within it."""
    exact = citation.article_id == article.id and article.text[citation.start : citation.end] == citation.quote
    if citation.highlight is None:
        return exact
    start, end = citation.highlight
    return exact and citation.start <= start < end <= citation.end


def support_of(sentence: str, citations: Sequence[Citation]) -> Support:
    """How the cited quotes support a sentence.

    A sentence that stands word for word in one of them is `verbatim`. Nothing else can be told without an entailment
    model, so everything else is `unsupported`.
    """
    return "verbatim" if any(sentence in citation.quote for citation in citations) else "unsupported"
