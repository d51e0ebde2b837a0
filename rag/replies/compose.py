"""A short reply as the `Answer` that all doors carry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from index.models import Language
from rag.models import Answer, IndexInfo
from rag.replies.read import Small
from rag.replies.texts import REPLIES, Replies

MOST_NAMED = 12
"""Outlets that are named; of more only the number is given."""


@dataclass(frozen=True)
class Contents:
    """What the archive holds.

    Attributes:
        articles: number of articles by language.
        sources: the outlets.
        first: when the oldest article was published, as precisely as it is known; None when none is dated.
        last: the same of the newest.
    """

    articles: dict[Language, int]
    sources: tuple[str, ...]
    first: str | None
    last: str | None


def compose_reply(
    question: str,
    small: Small,
    language: Language | None,
    index: IndexInfo,
    contents: Callable[[], Contents],
) -> Answer:
    """Put a reply together: no citations, nothing nearest, nothing claimed about the news.

    Args:
        question: as it was typed.
        small: what it is.
        language: in which to reply; None says it in both languages, one below the other.
        index: which generation would have been searched.
        contents: what the archive holds; called only where the reply says so.
    """
    chosen = language or small.language
    languages: tuple[Language, ...] = (chosen,) if chosen else ("de", "en")
    return Answer(
        question=question,
        language=chosen or "en",
        status="not_in_corpus",
        text="\n".join(_text(small, own, contents) for own in languages),
        confidence=0.0,
        reply=small.kind,
        index=index,
    )


def _text(small: Small, language: Language, contents: Callable[[], Contents]) -> str:
    texts = REPLIES[language]
    if small.kind == "greeting":
        return texts.farewell if small.farewell else texts.greeting
    if small.kind == "about":
        if small.about in ("contents", "currency"):
            return _contents(texts, contents())
        return {"identity": texts.identity, "abilities": texts.abilities}.get(str(small.about), texts.method)
    return {
        "thanks": texts.thanks,
        "other_language": texts.other_language,
        "unclear": texts.unclear,
        "empty": texts.empty,
    }[small.kind]


def _contents(texts: Replies, held: Contents) -> str:
    counts = {language: held.articles.get(language, 0) for language in ("de", "en")}
    parts = [texts.contents.format(articles=sum(counts.values()), german=counts["de"], english=counts["en"])]
    if held.sources and len(held.sources) <= MOST_NAMED:
        parts.append(texts.contents_sources.format(count=len(held.sources), names=", ".join(held.sources)))
    elif held.sources:
        parts.append(texts.contents_sources.partition(":")[0].format(count=len(held.sources)) + ".")
    if held.first and held.last:
        parts.append(texts.dates.format(first=held.first, last=held.last))
    else:
        parts.append(texts.no_dates)
    return " ".join(parts)
