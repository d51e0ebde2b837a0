"""The text of the articles that goes into the report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from eval.html.fragments import Fragment, fragments, joined
from eval.runs.record import QuestionRecord
from index.models import Article
from rag.models import Citation

ArticleOf = Callable[[str], Article | None]
"""Gives the stored article, or None when the archive does not have it."""

LONGEST_WHOLE = 20_000
"""Characters up to which an article that is cited or gold goes into the report as a whole."""


def excerpts(records: Sequence[QuestionRecord], article_of: ArticleOf) -> dict[str, dict[str, Any]]:
    """Collect every article that the records speak of, each once.

    What the records keep is enough. The archive adds the rest of an article that is cited or gold, unless its text is
    no longer the one that the questions were asked about: then its offsets would lie.

    Args:
        records: of the run.
        article_of: the archive.

    Returns:
        By article id: `title`, `language`, `published`, `source` (each None where it is not known), `whole`, and
        `pieces`, a list of [start, text] in the order of the text that do not touch each other.
    """
    kept = fragments(records)
    cited = {citation.article_id: citation for record in records for citation in record.shown}
    read = {article_id for record in records for article_id in _read(record)}
    return {
        article_id: _excerpt(
            article_id, kept.get(article_id, set()), article_of, cited.get(article_id), article_id in read
        )
        for article_id in sorted({*kept, *cited, *read})
    }


def _read(record: QuestionRecord) -> Iterable[str]:
    """The articles of a question that a reader may want as a whole."""
    cited = record.answer.citations if record.answer else []
    return [*record.expected.named_articles, *(citation.article_id for citation in cited)]


def _excerpt(
    article_id: str, kept: Iterable[Fragment], article_of: ArticleOf, cited: Citation | None, wanted: bool
) -> dict[str, Any]:
    """One article: as a whole where it is wanted and still the same, else what the records keep of it."""
    pieces = joined(kept)
    article = article_of(article_id)
    known = article or cited
    same = article is not None and all(article.text[part.start : part.end] == part.text for part in pieces)
    whole = article is not None and same and wanted and len(article.text) <= LONGEST_WHOLE
    if article is not None and whole:
        pieces = [Fragment(0, article.text)]
    return {
        "title": known.title if known else None,
        "language": known.language if known else None,
        "published": known.published if known else None,
        "source": known.source if known else None,
        "whole": whole,
        "pieces": [[part.start, part.text] for part in pieces],
    }
