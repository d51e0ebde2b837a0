"""The articles of a data folder, read without loading a model."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from eval.html.excerpts import ArticleOf
from index.errors import DamagedIndexError, UnknownArticleError
from index.layout import ARCHIVE_FILE, current_generation, data_folder, generation_folder
from index.models import Article


@contextmanager
def stored_articles(data: Path | None, generation: str) -> Iterator[ArticleOf]:
    """Look articles up in the generation that answered, else in the current one, else nowhere.

    Args:
        data: the data folder; None takes the default.
        generation: the one that answered.

    Raises:
        DamagedIndexError: the archive is there but cannot be read.
    """
    folder = data_folder(data)
    for name in (generation, current_generation(folder)):
        path = generation_folder(folder, name) / ARCHIVE_FILE if name else None
        if path is not None and path.is_file():
            with _opened(path) as article_of:
                yield article_of
            return
    yield lambda article_id: None


@contextmanager
def _opened(path: Path) -> Iterator[ArticleOf]:
    from index.store.archive import Archive

    try:
        with closing(Archive(path)) as archive:
            yield known_articles(archive.article)
    except sqlite3.Error as error:
        remedy = "Build it anew: fundstelle index --rebuild"
        raise DamagedIndexError(f"the archive {path} is damaged: {error}.", remedy) from error


def known_articles(article: Callable[[str], Article]) -> ArticleOf:
    """Make None of an article that the archive does not have."""

    def article_of(article_id: str) -> Article | None:
        try:
            return article(article_id)
        except UnknownArticleError:
            return None

    return article_of
