"""What the library returns, made from what the pipeline found."""

from __future__ import annotations

from index.generation import Generation
from rag.models import IndexInfo, SearchResult
from rag.retrieval import Hit


def info_of(generation: Generation) -> IndexInfo:
    """Which generation answered, and how much is in it."""
    manifest = generation.manifest
    return IndexInfo(generation=manifest.generation, articles=manifest.articles, passages=manifest.passages)


def result_of(hit: Hit) -> SearchResult:
    """A hit as a search result."""
    article, passage = hit.article, hit.passage
    return SearchResult(
        article_id=article.id,
        start=passage.start,
        end=passage.end,
        score=round(hit.score, 4),
        text=hit.text,
        title=article.title,
        language=article.language,
        published=article.published,
        source=article.source,
        url=article.url,
        also_in=list(hit.also_in),
    )
