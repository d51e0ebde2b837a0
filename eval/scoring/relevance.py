"""Search results judged against a gold question, by article and by passage."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import Protocol

from eval.gold_set import GoldSpan
from eval.metrics.ranking import Ranking


class Ranked(Protocol):
    """A ranked passage: a `SearchResult`, or the `Hit` that a record keeps of it."""

    @property
    def article_id(self) -> str:
        """Where it stands."""

    @property
    def start(self) -> int:
        """Its first character."""

    @property
    def end(self) -> int:
        """Behind its last character."""

    @property
    def text(self) -> str:
        """Its words."""

    @property
    def also_in(self) -> Sequence[str]:
        """Ids of articles that carry the same passage."""


def judge_articles(
    results: Sequence[Ranked], articles: Collection[str], grades: Mapping[str, int] = MappingProxyType({})
) -> Ranking:
    """Rank the distinct articles of the results by where each first occurs; relevant are the gold articles.

    A relevant article that a result names in `also_in` counts as shown right after it: whoever reads the result is told
    that the passage stands there too. Other articles named there take no rank, for nobody has to read them.

    Args:
        results: best first.
        articles: ids of the relevant articles.
        grades: how relevant each of them is, by id; those without a grade count 1. Empty: relevance is yes or no.
    """
    relevant = set(articles)
    names = (name for r in results for name in (r.article_id, *(also for also in r.also_in if also in relevant)))
    shown = list(dict.fromkeys(names))
    found = tuple(int(article_id in relevant) for article_id in shown)
    if not grades:
        return Ranking(found, len(relevant))
    worth = {article_id: grades.get(article_id, 1) for article_id in relevant}
    gains = tuple(worth.get(article_id, 0) for article_id in shown)
    return Ranking(found, len(relevant), gains, tuple(sorted(worth.values())))


def judge_passages(
    results: Sequence[Ranked], spans: Collection[GoldSpan], evidence: Mapping[GoldSpan, str] = MappingProxyType({})
) -> Ranking:
    """Rank the results as they come; one is relevant when it shares a character with a gold span of its article.

    A span counts at the first result that touches it, so overlapping passages earn nothing twice. A span in an article
    that the result names in `also_in` counts when the result's text holds the span's, word for word.

    Args:
        results: best first.
        spans: the evidence.
        evidence: what stands in the spans; without it no copy counts.
    """
    open_spans = set(spans)
    found: list[int] = []
    for result in results:
        shown = {span for span in open_spans if _overlap(result, span) or _copied(result, span, evidence)}
        open_spans -= shown
        found.append(len(shown))
    return Ranking(tuple(found), len(set(spans)))


def _overlap(result: Ranked, span: GoldSpan) -> bool:
    """Say whether both lie in one article and share at least one character."""
    return result.article_id == span.article_id and result.start < span.end and span.start < result.end


def _copied(result: Ranked, span: GoldSpan, evidence: Mapping[GoldSpan, str]) -> bool:
    """Say whether the result carries a copy of the span and tells so."""
    return span.article_id in result.also_in and span in evidence and evidence[span] in result.text
