"""The best passages put into a better order by a cross-encoder, which reads question and passage together."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from index.embedding.interface import Vectors
from index.errors import UsageError
from index.generation import Generation
from rag.logistic import logit
from rag.question import Question
from rag.reading.cross_encoder import named_reader
from rag.reading.reader import Reader, Reading, default_reader
from rag.retrieval.hits import Hit
from rag.retrieval.retriever import retrieve

BUDGET_SETTING = "FUNDSTELLE_RERANK"
RERANKED = 8
"""Passages that are read unless the setting says otherwise: each costs a pass through the model."""

READER_WEIGHT = 0.15
"""What the shipped reader's opinion counts beside the fused score, in which the right passage has about 10. On the
held-out MLQA articles (634 questions, nDCG@10) reading 8 passages with it gives de>de +.006, de>en +.029, en>de +.003,
en>en +.022; three passages give half of that, ten no more, and four times the weight loses in German."""


class PassageScorer(Protocol):
    """What a cross-encoder of the user's must be able to do."""

    def scores(self, question: str, passages: Sequence[str]) -> list[float]:
        """How well each passage answers the question, in order; higher is better."""
        ...


def best_hits(generation: Generation, question: Question, embedding: Vectors, k: int) -> list[Hit]:
    """Retrieve `k` passages, the best of them reranked.

    The shipped reader's opinion is added to the fused score; a cross-encoder that `$FUNDSTELLE_READER` names decides
    alone.

    Raises:
        ModelError: the token vectors or the cross-encoder cannot be loaded.
        UsageError: `$FUNDSTELLE_RERANK` is no number of passages.
    """
    budget = reranking_budget()
    hits = retrieve(generation, question, embedding, max(k, budget))
    return rerank(question.text, hits, budget)[:k]


def rerank(question: str, hits: Sequence[Hit], budget: int) -> list[Hit]:
    """Read the best hits and put them in a better order; the others follow.

    Args:
        question: what is asked.
        hits: retrieved passages, best first.
        budget: how many of them are read.

    Raises:
        ModelError: the cross-encoder cannot be loaded.
    """
    if budget == 0:
        return list(hits)
    named = named_reader()
    read, rest = hits[:budget], hits[budget:]
    ranked = reorder(question, read, named) if named else weigh(question, read, default_reader())
    worst = ranked[-1].score if ranked else 0.0
    # What was not read cannot come before what was: its score would lack the reader's part.
    return [*ranked, *(replace(hit, score=min(hit.score, worst)) for hit in rest)]


def reranking_budget() -> int:
    """How many passages are read a question: `$FUNDSTELLE_RERANK`, 0 for none.

    Raises:
        UsageError: it is no whole number of at least 0.
    """
    written = os.environ.get(BUDGET_SETTING) or str(RERANKED)
    if not written.isdecimal():
        message = f"{BUDGET_SETTING} is {written!r}, not a number of passages."
        raise UsageError(message, f"Set it to {RERANKED}, for example, or to 0 to leave the order as it is.")
    return int(written)


def weigh(question: str, hits: Sequence[Hit], reader: Reader) -> list[Hit]:
    """Add the reader's opinion of each hit to its score, and order by the sum.

    Args:
        question: what is asked.
        hits: retrieved passages, best first.
        reader: reads all of them.
    """
    read = []
    for hit, reading in zip(hits, read_hits(question, hits, reader), strict=True):
        part = READER_WEIGHT * opinion(reading)
        read.append(replace(hit, score=hit.score + part, reader=part, reading=reading))
    return sorted(read, key=lambda hit: -hit.score)


def read_hits(question: str, hits: Sequence[Hit], reader: Reader) -> list[Reading]:
    """What the reader makes of passages, each under the title of its article; offsets are the passage's.

    A passage that holds the title itself, as the first one of an article without a title of its own does, needs none.
    """
    texts = [hit.text for hit in hits]
    titles = [hit.article.title.removesuffix("…").rstrip() for hit in hits]
    above = ["" if title in text else title for title, text in zip(titles, texts, strict=True)]
    return reader.read(question, texts, above)


def opinion(reading: Reading) -> float:
    """How sure the reader is that a passage answers and of where: two logarithms of odds and probability, added."""
    best = reading.best()
    return logit(reading.answerable) + (best.score if best else 0.0)


def reorder(question: str, hits: Sequence[Hit], scorer: PassageScorer) -> list[Hit]:
    """Order hits by a cross-encoder alone.

    The fused scores go with the places, not with the passages: the best passage has the best score, and what comes
    later can still rely on how far apart good and bad ones are.

    Args:
        question: what is asked.
        hits: retrieved passages, best first.
        scorer: reads all of them.
    """
    scores = scorer.scores(question, [hit.text for hit in hits])
    order = sorted(range(len(hits)), key=lambda place: -scores[place])
    return [replace(hits[source], score=place.score) for source, place in zip(order, hits, strict=True)]
