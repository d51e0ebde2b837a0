"""What the evaluation needs of an archive: nothing but what every caller of the library can use."""

from __future__ import annotations

from typing import Protocol

from index.models import Article
from rag.models import Answer, IndexInfo, SearchResult


class Archive(Protocol):
    """The part of `rag.Fundstelle` that is evaluated."""

    def ask(self, question: str, *, now: str | None = None) -> Answer:
        """Answer a question, asked on that day."""

    def search(self, question: str, k: int = 10, *, now: str | None = None) -> list[SearchResult]:
        """Rank the `k` best passages."""

    def article(self, article_id: str) -> Article:
        """Return the stored article.

        Raises:
            UnknownArticleError: no article has this id.
        """

    def article_ids(self) -> list[str]:
        """Return the ids of all articles."""

    def info(self) -> IndexInfo:
        """Say which generation answers and how large it is."""
