"""A cited passage as the checks read it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from index.models import Language
from index.readings.moments import moments, weekdays
from rag.verification.records import Evidence

BEFORE = 400
"""Characters before a passage in which a pronoun may find what it stands for."""


@dataclass(frozen=True)
class Source:
    """One cited passage, read once for all checks.

    Attributes:
        evidence: the passage.
    """

    evidence: Evidence

    @property
    def language(self) -> Language:
        """Of the article."""
        return self.evidence.article.language

    @cached_property
    def text(self) -> str:
        """The passage from its first sentence to its last."""
        sentences = self.evidence.sentences
        return self.evidence.article.text[sentences[0].start : sentences[-1].end] if sentences else ""

    @cached_property
    def around(self) -> str:
        """The article's title and the words before the passage: what the passage takes as known."""
        start = self.evidence.sentences[0].start if self.evidence.sentences else 0
        return f"{self.evidence.article.title}\n{self.evidence.article.text[max(0, start - BEFORE) : start]}"

    @cached_property
    def dated(self) -> bool:
        """Whether the passage names a date or a day of the week."""
        return bool(moments(self.text, self.language) or weekdays(self.text, self.language))

    @property
    def published(self) -> str | None:
        """When the article was published."""
        return self.evidence.article.published
