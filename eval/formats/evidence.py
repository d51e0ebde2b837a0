"""Articles and quotes as people note them down, found in the archive."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cached_property

from eval.gold_set import GoldSpan
from eval.runs.archive import Archive
from index.errors import SourceError
from index.models import Article
from index.reading.normalise import clean

_SHOWN = 60


class EvidenceFinder:
    """Looks articles up by id or title, and quotes by their words."""

    def __init__(self, archive: Callable[[], Archive]) -> None:
        """Remember how to open the archive; it is opened when something is looked up."""
        self._open = archive

    @cached_property
    def _articles(self) -> dict[str, Article]:
        archive = self._open()
        return {article_id: archive.article(article_id) for article_id in archive.article_ids()}

    def article(self, place: str, name: str) -> str:
        """The id of an article that is named by its id or its title.

        Raises:
            SourceError: there is none, or several have this title.
        """
        if name in self._articles:
            return name
        titled = [article.id for article in self._articles.values() if article.title == clean(name)]
        if len(titled) != 1:
            reason = f"{len(titled)} articles have the title {name!r}" if titled else f"there is no article {name!r}"
            raise SourceError(place, reason, "Write the article's id, as `fundstelle search` shows it.")
        return titled[0]

    def span(self, place: str, quote: str, named: Sequence[str]) -> GoldSpan:
        """Where a quote stands; line breaks in it count as blanks.

        Args:
            place: for errors.
            quote: word for word.
            named: ids of the articles to look in; empty: in all.

        Raises:
            SourceError: it stands nowhere, or in several places.
        """
        wanted = re.compile(r"\s+".join(map(re.escape, clean(quote).split())))
        found = [
            GoldSpan(article_id=article_id, start=match.start(), end=match.end())
            for article_id in named or self._articles
            for match in wanted.finditer(self._articles[article_id].text)
        ]
        if len(found) == 1:
            return found[0]
        shown = quote if len(quote) <= _SHOWN else quote[: _SHOWN - 3] + "..."
        where = ", ".join(dict.fromkeys(span.article_id for span in found))
        reason = f"the quote {shown!r} stands {len(found)} times ({where})" if found else f"no article says {shown!r}"
        raise SourceError(place, reason, "Copy it from the article, long enough to occur only once.")
