"""Scored candidates of all languages put in order: newest first if asked for, copies folded, articles spread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.columns import Columns
from rag.question import Question
from rag.retrieval.dates import order_scores
from rag.retrieval.diversity import spread
from rag.retrieval.folding import Places, fold
from rag.retrieval.fusion import Scores
from rag.retrieval.scoring import Scored, joined


@dataclass(frozen=True)
class Ranking:
    """Candidates in order.

    Attributes:
        scored: all of them, copies too.
        order_part: what each gains by being the newest, or the oldest, where that is asked for.
        scores: the final ones: fused and order, less what the fourth passage of an article loses; before that for
            copies that were folded.
        order: places in `scored`, without folded copies, best first; ties in the order of the archive.
    """

    scored: Scored
    order_part: Scores
    scores: Scores
    order: Places


def rank(columns: Columns, question: Question, parts: Sequence[Scored]) -> Ranking:
    """Put the candidates of all languages in one order.

    Args:
        columns: of the generation.
        question: what is asked.
        parts: scored candidates a language.
    """
    scored = joined(parts)
    order_part = order_scores(columns, scored.rows, scored.fused, question)
    scores = scored.fused + order_part
    kept = fold(columns, scored.rows, scores)
    scores[kept] = spread(scores[kept], columns.article_numbers(scored.rows[kept]))
    return Ranking(scored, order_part, scores, kept[np.lexsort((scored.rows[kept], -scores[kept]))])
