"""Rows as they are written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from train.questions.balance import GROUPS
from train.questions.contexts import Context
from train.questions.misses import Miss
from train.questions.seeds import Seed


@dataclass(frozen=True)
class Row:
    """A question, a passage, and where in it the answer stands.

    Attributes:
        seed: where it comes from.
        question: as asked; a near miss may ask something else than its seed.
        passage: what the reader gets.
        span: the answer in the passage, end exclusive; None for a near miss.
        sentence: the sentence that holds the answer, likewise.
        miss: how the near miss was made; None for an answerable row.
    """

    seed: Seed
    question: str
    passage: str
    span: tuple[int, int] | None
    sentence: tuple[int, int] | None
    miss: Miss | None

    def record(self) -> dict[str, object]:
        """The row as JSON has it."""
        return {
            "question": self.question,
            "passage": self.passage,
            "answerable": self.span is not None,
            "start": self.span[0] if self.span else None,
            "end": self.span[1] if self.span else None,
            "asked": self.seed.asked,
            "written": self.seed.written,
            "kind": self.seed.form,
            "sentence": list(self.sentence) if self.sentence else None,
            "source": self.seed.item.source,
            "answer_type": GROUPS[self.seed.kind],
            "miss": self.miss,
        }

    def labels(self) -> Iterator[str]:
        """What the report counts."""
        yield "rows"
        yield f"direction {self.seed.asked}>{self.seed.written}"
        yield f"type {GROUPS[self.seed.kind]}"
        yield f"kind {self.seed.form}"
        yield f"source {self.seed.item.source}"
        yield f"miss {self.miss}" if self.miss else "answerable"


def answerable_row(seed: Seed, context: Context) -> Row:
    """The row of a seed whose sentence is in the passage.

    Raises:
        ValueError: the passage was made without the sentence.
    """
    if context.at is None:
        raise ValueError("the passage does not hold the sentence of the answer")
    span = (context.at + seed.start, context.at + seed.end)
    return Row(seed, seed.question, context.text, span, (context.at, context.at + len(seed.sentence)), None)


def unanswerable_row(seed: Seed, miss: Miss, question: str, context: Context) -> Row:
    """The row of a near miss."""
    return Row(seed, question, context.text, None, None, miss)
