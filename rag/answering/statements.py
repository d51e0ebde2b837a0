"""When two sentences say the same, and which other articles say it too."""

from __future__ import annotations

from collections.abc import Sequence

from index.generation import Generation
from index.keywords.analyzer import words
from rag.answering.evidence_types import evidence_spans

SAME_WORDS = 0.8
"""Overlap of words (Jaccard) from which two sentences count as the same statement."""

MOST_COPIES = 20
"""Articles that are read to see whether they carry a sentence; a stock phrase may stand in thousands."""


def same_statement(one: str, other: str) -> bool:
    """Nearly the same words, and exactly the same figures and dates: an updated toll is a new statement."""
    first, second = set(words(one)), set(words(other))
    overlap = len(first & second) >= SAME_WORDS * max(1, len(first | second))
    return overlap and _figures(one) == _figures(other)


def carriers(generation: Generation, sentence: str, articles: Sequence[str]) -> list[str]:
    """Those among some articles that carry a sentence.

    That an article carries a copy of the passage is not enough: a copy may lack just this sentence.
    """
    return [article_id for article_id in articles[:MOST_COPIES] if _carries(generation, article_id, sentence)]


def _carries(generation: Generation, article_id: str, sentence: str) -> bool:
    text = generation.archive.article(article_id).text
    spans = generation.archive.sentences(article_id)
    return any(same_statement(sentence, text[span.start : span.end]) for span in spans)


def _figures(text: str) -> set[str]:
    spans = evidence_spans(text, "quantity") + evidence_spans(text, "time")
    return {text[start:end].lower() for start, end in spans}
