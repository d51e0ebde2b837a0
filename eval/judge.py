"""Search results judged against a gold question, by article and by passage."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from eval.gold_set import GoldSpan
from eval.metrics.ranking import Ranking
from rag.models import SearchResult


def judge_articles(results: Sequence[SearchResult], articles: Collection[str]) -> Ranking:
    """Rank the distinct articles of the results by where each first occurs; relevant are the gold articles."""
    ranked = dict.fromkeys(result.article_id for result in results)
    relevant = set(articles)
    return Ranking(tuple(int(article_id in relevant) for article_id in ranked), len(relevant))


def judge_passages(results: Sequence[SearchResult], spans: Collection[GoldSpan]) -> Ranking:
    """Rank the results as they come; one is relevant when it shares a character with a gold span of its article.

    A span counts at the first result that touches it, so overlapping passages earn nothing twice.
    """
    open_spans = set(spans)
    found: list[int] = []
    for result in results:
        shown = {span for span in open_spans if _overlap(result, span)}
        open_spans -= shown
        found.append(len(shown))
    return Ranking(tuple(found), len(set(spans)))


def _overlap(result: SearchResult, span: GoldSpan) -> bool:
    """Say whether both lie in one article and share at least one character."""
    return result.article_id == span.article_id and result.start < span.end and span.start < result.end
