"""The archive behind a conversion: opened when a format asks for it, closed when the conversion is over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path

from eval.formats.dataset import Dataset, Rankings
from eval.runs.archive import Archive
from rag import Fundstelle


@contextmanager
def lazily_opened(data: str | Path | None) -> Iterator[Callable[[], Archive]]:
    """Give a function that opens the archive on its first call.

    Args:
        data: the archive's folder; None takes the default one.
    """
    with ExitStack() as stack:

        @cache
        def archive() -> Archive:
            return stack.enter_context(Fundstelle.open(data))

        yield archive


def with_articles(data: Dataset | Rankings, archive: Callable[[], Archive]) -> Dataset | Rankings:
    """Add all articles of the archive to questions that came without any."""
    if isinstance(data, Rankings) or data.articles:
        return data
    opened = archive()
    articles = [opened.article(article_id) for article_id in opened.article_ids()]
    return Dataset(data.questions, articles, data.problems, data.notes)
