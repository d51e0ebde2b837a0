"""Promise 1: a citation's span holds exactly its quote."""

from __future__ import annotations

from index.models import Article
from rag.models import Citation


def quote_is_exact(citation: Citation, article: Article) -> bool:
    """Whether the span holds exactly the quote, and the highlight lies within it."""
    exact = citation.article_id == article.id and article.text[citation.start : citation.end] == citation.quote
    if citation.highlight is None:
        return exact
    start, end = citation.highlight
    return exact and citation.start <= start < end <= citation.end
