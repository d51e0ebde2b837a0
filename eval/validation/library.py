"""The articles of the archive, read once for all checks."""

from __future__ import annotations

from functools import cached_property

from eval.metrics.normalise import normalise
from eval.runs.archive import Archive
from index.models import Article
from rag.models import SearchResult


class Library:
    """Gives articles and their texts as the metrics compare them."""

    def __init__(self, archive: Archive) -> None:
        """Read on demand."""
        self._archive = archive
        self._normalised: dict[str, str] = {}

    @cached_property
    def articles(self) -> dict[str, Article]:
        """All articles by id."""
        return {article_id: self._archive.article(article_id) for article_id in self._archive.article_ids()}

    def normalised(self, article_id: str) -> str:
        """The words of an article with single spaces between them and around the whole."""
        if article_id not in self._normalised:
            self._normalised[article_id] = f" {normalise(self.articles[article_id].text)} "
        return self._normalised[article_id]

    def search(self, question: str, k: int, now: str | None) -> list[SearchResult]:
        """The best passages for a question."""
        return self._archive.search(question, k, now=now)
