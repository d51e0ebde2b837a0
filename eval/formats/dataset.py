"""What a reader makes of a file: questions, the articles that came with them, and what could not be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from eval.gold_set import GoldQuestion
from eval.runs.archive import Archive
from index.errors import SourceError
from index.models import Article, Language


@dataclass(frozen=True)
class Dataset:
    """Questions in our own form.

    Attributes:
        questions: those that could be read, in the order of the file.
        articles: the texts that came with them; empty when the questions are about an archive that exists already.
        problems: what was left out, each with its place, reason and remedy.
        notes: what was guessed or taken otherwise than it was written, one sentence each.
    """

    questions: list[GoldQuestion]
    articles: list[Article] = field(default_factory=list)
    problems: list[SourceError] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Rankings:
    """Ranked article ids by question id, best first, each with its score: what a TREC run file holds."""

    by_question: dict[str, list[tuple[str, float]]]
    problems: list[SourceError] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def _no_archive() -> Archive:
    """Stand in for an archive that nobody named."""
    raise SourceError("the archive", "it is needed to find articles and quotes", "Name it: --data DIR.")


@dataclass(frozen=True)
class ReadOptions:
    """What a reader may be told.

    Attributes:
        language: of the questions; None detects it.
        split: which relevance judgements of a BEIR folder; None takes the only one, or "test".
        queries: the file with the questions that TREC judgements belong to.
        archive: opens the archive that holds the articles; asked for only where a format needs it.
    """

    language: Language | None = None
    split: str | None = None
    queries: Path | None = None
    archive: Callable[[], Archive] = _no_archive
