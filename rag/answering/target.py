"""What the answer to a question should look like."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from index.embedding.interface import Vectors
from index.embedding.token_matrix import TokenMatrix
from index.embedding.token_vectors import default_token_vectors
from rag.answering.focus import focus
from rag.answering.question_words import AnswerType, ContentWord, answer_type, content_words
from rag.answering.units import Unit, unit_asked_for
from rag.question import Question
from rag.retrieval import Hit


@dataclass(frozen=True)
class Target:
    """What to look for.

    Attributes:
        words: the question's content words.
        weights: how much each matters: its rarity in the archive; aligned with `words`.
        tokens: the question's words for comparisons across languages.
        focus: which of `tokens` name the thing asked for ("warship" in "which Russian warship"), in order.
        kind: what kind of thing is asked for.
        unit: in what the answer is given, as far as that is known.
        embedding: the question's unit vector.
        best_score: the fused score that passages are seen in relation to: scores themselves grow with the archive.
    """

    words: Sequence[ContentWord]
    weights: Sequence[float]
    tokens: TokenMatrix
    focus: Sequence[int]
    kind: AnswerType
    unit: Unit | None
    embedding: Vectors
    best_score: float


def make_target(question: Question, embedding: Vectors, hits: Sequence[Hit], rarity: Callable[[str], float]) -> Target:
    """Say what to look for.

    Args:
        question: what is asked.
        embedding: its unit vector.
        hits: what was retrieved.
        rarity: inverse document frequency of a term of the keyword index.

    Raises:
        ModelError: the token vectors cannot be loaded.
    """
    asked = content_words(question.text, question.language)
    tokens = default_token_vectors().encode(question.text)
    return Target(
        words=asked,
        weights=[rarity(word.term) for word in asked],
        tokens=tokens,
        focus=_focus(question.text, tokens),
        kind=answer_type(question.text),
        unit=unit_asked_for(question.text),
        embedding=embedding,
        best_score=max((hit.fused for hit in hits), default=0.0),
    )


def _focus(question: str, tokens: TokenMatrix) -> list[int]:
    named = focus(question)
    if named is None:
        return []
    return [n for n, (start, end) in enumerate(tokens.offsets.tolist()) if start >= named[0] and end <= named[1]]
