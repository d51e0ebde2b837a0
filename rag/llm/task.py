"""What a language model is to answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.generation import Generation
from rag.llm.composition import Copies
from rag.llm.evidence import gather
from rag.models import Answer
from rag.question import Question
from rag.retrieval import Hit
from rag.verification import Evidence


@dataclass(frozen=True)
class Task:
    """What a model is to answer, and what is known without it.

    Attributes:
        question: what is asked.
        hits: retrieved passages, best first.
        evidence: the same with their sentences.
        copies: which other articles carry these sentences.
        quoted: the answer without the model.
        threshold: least confidence for an answer.
    """

    question: Question
    hits: Sequence[Hit]
    evidence: Sequence[Evidence]
    copies: Copies
    quoted: Answer
    threshold: float


def make_task(
    generation: Generation, question: Question, quoted: Answer, hits: Sequence[Hit], threshold: float
) -> Task | None:
    """Read what the model needs, while the generation is open.

    Returns:
        None where there is nothing to read, or nothing of the time asked about.
    """
    if quoted.interpreted is not None and quoted.interpreted.empty:
        return None
    evidence, copies = gather(generation, hits)
    return Task(question, hits, evidence, copies, quoted, threshold) if evidence else None
