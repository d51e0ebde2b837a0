"""A question that a rule proposes, and the sentence that answers it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from index.models import Language

QuestionType = Literal["who", "when", "where", "how_much", "which", "quote", "definition"]


@dataclass(frozen=True)
class Source:
    """A sentence to ask about.

    Attributes:
        article_id: where it stands.
        language: of the article.
        text: the sentence without the place and agency before it.
        start: offset of `text` in the article, in code points.
    """

    article_id: str
    language: Language
    text: str
    start: int


@dataclass(frozen=True)
class Draft:
    """A proposed question.

    Attributes:
        source: the sentence that answers it.
        question: in the language of the sentence.
        type: what it asks for.
        answers: acceptable strings, the longest first; the first stands in the sentence as it is.
    """

    source: Source
    question: str
    type: QuestionType
    answers: tuple[str, ...]
