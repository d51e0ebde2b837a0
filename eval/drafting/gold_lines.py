"""Drafts as lines of a gold file, marked as what they are."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from eval.drafting.draft import Draft, Source
from eval.drafting.near_miss import NearMiss
from eval.gold_set import GoldQuestion, GoldSpan


def answerable_line(draft: Draft, copies: Sequence[Source]) -> GoldQuestion:
    """The gold question of a draft; every article that carries the sentence answers it.

    Args:
        draft: the draft.
        copies: the sentence wherever it stands.
    """
    ordered = sorted(copies, key=lambda source: source.article_id != draft.source.article_id)
    spans = tuple(
        GoldSpan(article_id=source.article_id, start=source.start, end=source.start + len(source.text))
        for source in ordered
    )
    return GoldQuestion(
        id=_id(draft.question),
        question=draft.question,
        language=draft.source.language,
        answerable=True,
        answers=draft.answers,
        articles=tuple(dict.fromkeys(source.article_id for source in ordered)),
        spans=spans,
        type=draft.type,
        draft=True,
        status="proposed",
    )


def unanswerable_line(miss: NearMiss) -> GoldQuestion:
    """The gold question of a near miss."""
    return GoldQuestion(
        id=_id(miss.question),
        question=miss.question,
        language=miss.draft.source.language,
        answerable=False,
        about=(miss.draft.source.article_id,),
        type=miss.draft.type,
        tags=("near_miss",),
        draft=True,
        status="proposed",
    )


def _id(question: str) -> str:
    """An id that stays the same however many drafts are made."""
    return f"d-{hashlib.sha256(question.encode()).hexdigest()[:8]}"
