"""Drafts are no gold: who measures on them is told so."""

from __future__ import annotations

from collections.abc import Sequence

from eval.gold_set import GoldQuestion
from index.errors import UsageError


def refuse_drafts(name: str, questions: Sequence[GoldQuestion]) -> None:
    """See to it that a person has accepted every question.

    Args:
        name: of the file, for the error.
        questions: what is about to be asked.

    Raises:
        UsageError: some are drafts; says how many.
    """
    drafts = sum(question.draft for question in questions)
    if drafts:
        raise UsageError(
            f"{name}: {drafts} of {len(questions)} questions are drafts, which no person has accepted.",
            f"Look through them (fundstelle eval accept {name}), or say --include-drafts.",
        )
