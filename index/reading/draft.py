"""What a format makes of a file, and how it becomes an article."""

from __future__ import annotations

from dataclasses import dataclass, field

from index.errors import SourceError
from index.language import detect_language
from index.models import Article, Language, TitleOrigin
from index.reading.metadata import Metadata
from index.reading.normalise import normalise
from index.reading.titles import derive_title, find_title


@dataclass(frozen=True)
class Draft:
    """An article as its file tells it, before anything is derived.

    Attributes:
        text: the story; normalised later.
        metadata: the checked fields that came with it.
        heading: a title that the format marks in the text itself, None when it marks none.
    """

    text: str
    metadata: Metadata = field(default_factory=Metadata)
    heading: str | None = None


def to_article(draft: Draft, place: str, *, stem: str, path: str, language: Language | None) -> Article:
    """Normalise the text and settle id, title and language.

    The title is the given one, else the marked heading, else a title line of the text, else derived from its opening.
    The language is the given one, else the `language` of the caller, else detected.

    Args:
        draft: what the format found.
        place: file, or file and line, for the error.
        stem: the id of an article that brings none.
        path: the file it comes from.
        language: what the caller says of articles that do not say it themselves.

    Raises:
        SourceError: there is no text.
    """
    text = normalise(draft.text)
    if not text:
        raise SourceError(place, "there is no text", "Remove it, or add the text of the article.")
    title, origin = _title_of(draft, text)
    return Article(
        id=draft.metadata.id or stem,
        title=title,
        title_origin=origin,
        text=text,
        language=draft.metadata.language or language or detect_language(text),
        published=draft.metadata.published,
        source=draft.metadata.source,
        url=draft.metadata.url,
        path=path,
    )


def _title_of(draft: Draft, text: str) -> tuple[str, TitleOrigin]:
    """The best title there is, and where it comes from."""
    if draft.metadata.title is not None:
        return draft.metadata.title, "given"
    found = draft.heading or find_title(text)
    return (found, "found") if found else (derive_title(text), "derived")
