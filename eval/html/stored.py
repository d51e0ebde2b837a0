"""The articles of a data folder, read without loading a model."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from eval.html.excerpts import ArticleOf
from index.errors import DamagedIndexError, UnknownArticleError
from index.layout import ARCHIVE_FILE, data_folder, generation_folder
from index.models import Article


@contextmanager
def stored_articles(data: Path | None, generation: str) -> Iterator[ArticleOf]:
    """Look articles up in the generation that answered; where it is gone, nothing is known.

    Args:
        data: the data folder; None takes the default.
        generation: the one that answered.

    Raises:
        DamagedIndexError: the archive is there but cannot be read.
    """
    path = generation_folder(data_folder(data), generation) / ARCHIVE_FILE
    if not path.is_file():
        yield lambda article_id: None
        return
    with _opened(path) as article_of:
        yield article_of


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
