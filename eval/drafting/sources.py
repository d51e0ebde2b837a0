"""The sentences of an archive that questions may be asked about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eval.drafting.draft import Source
from index.models import Article
from index.reading.opening import without_dateline
from index.sentences import sentence_kind, split_sentences, trim


def sources_of(articles: Iterable[Article]) -> Iterator[Source]:
    """All whole sentences, without headings, captions, lists, and the place and agency before a story."""
    for article in articles:
        for start, end in split_sentences(article.text, article.language):
            if sentence_kind(article.text, start, end) != "sentence":
                continue
            start, end = trim(article.text, start, end)
            shown = without_dateline(article.text[start:end])
            if "\n" not in shown:
                yield Source(article.id, article.language, shown, end - len(shown))
