"""A sentence that is going to be quoted."""

from __future__ import annotations

from dataclasses import dataclass

from index.models import Sentence
from rag.answering.candidates import Candidate


@dataclass(frozen=True)
class Selected:
    """A sentence to be quoted.

    Attributes:
        candidate: the sentence.
        score: how well it answers, 0 to 1.
        highlight: the words that answer, in article offsets; None when the whole sentence does.
        span: what is quoted: the sentence, or with a neighbour that makes it clear.
        also_in: ids of other articles that carry the same sentence.
        confirmed_by: sentences of other articles that give the same answer.
    """

    candidate: Candidate
    score: float
    span: Sentence
    highlight: tuple[int, int] | None = None
    also_in: tuple[str, ...] = ()
    confirmed_by: tuple[Selected, ...] = ()

    @property
    def answer(self) -> str:
        """The words that answer; the sentence where none stand out."""
        start, end = self.highlight or (self.candidate.sentence.start, self.candidate.sentence.end)
        return self.candidate.article.text[start:end]

    @property
    def quote(self) -> str:
        """What is quoted."""
        return self.candidate.article.text[self.span.start : self.span.end]
