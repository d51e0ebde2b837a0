"""Search results judged against a gold question, by article and by passage."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from eval.gold_set import GoldSpan
from eval.metrics.ranking import Ranking
from rag.models import SearchResult


def judge_articles(results: Sequence[SearchResult], articles: Collection[str]) -> Ranking:
    """Rank the distinct articles of the results by where each first occurs; relevant are the gold articles.

    A relevant article that a result names in `also_in` counts as shown right after it: whoever reads the result is told
    that the passage stands there too. Other articles named there take no rank, for nobody has to read them.
    """
    relevant = set(articles)
    shown = (name for r in results for name in (r.article_id, *(also for also in r.also_in if also in relevant)))
    return Ranking(tuple(int(article_id in relevant) for article_id in dict.fromkeys(shown)), len(relevant))


def judge_passages(
    results: Sequence[SearchResult], spans: Collection[GoldSpan], texts: Mapping[str, str] = MappingProxyType({})
) -> Ranking:
    """Rank the results as they come; one is relevant when it shares a character with a gold span of its article.

    A span counts at the first result that touches it, so overlapping passages earn nothing twice. A span in an article
    that the result names in `also_in` counts when the result's text holds the span's, word for word.

    Args:
        results: best first.
        spans: the evidence.
        texts: the stored text of the articles of the spans by id; without it no copy counts.
    """
    open_spans = set(spans)
    found: list[int] = []
    for result in results:
        shown = {span for span in open_spans if _overlap(result, span) or _copied(result, span, texts)}
        open_spans -= shown
        found.append(len(shown))
    return Ranking(tuple(found), len(set(spans)))


def _overlap(result: SearchResult, span: GoldSpan) -> bool:
    """Say whether both lie in one article and share at least one character."""
    return result.article_id == span.article_id and result.start < span.end and span.start < result.end


def _copied(result: SearchResult, span: GoldSpan, texts: Mapping[str, str]) -> bool:
    """Say whether the result carries a copy of the span and tells so."""
    if span.article_id not in result.also_in or span.article_id not in texts:
        return False
    return texts[span.article_id][span.start : span.end] in result.text
