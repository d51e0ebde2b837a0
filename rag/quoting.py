"""The answer without a language model: retrieve, choose sentences, compose; a question in two parts in two goes."""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import zip_longest

from index.embedding import Embedder
from index.embedding.interface import embed_question
from index.generation import Generation
from rag.answering.extractive import PASSAGES, Extraction, extract
from rag.answering.parts import parts_of
from rag.answering.selected import Selected
from rag.compose import compose_answer, compose_refusal
from rag.models import Answer
from rag.question import Question
from rag.reading.reader import default_reader
from rag.results import info_of
from rag.retrieval import Hit
from rag.retrieval.dates import interpreted
from rag.retrieval.reranking import best_hits

MOST_OF_A_PART = 3
"""Sentences quoted at most for each half of a question that asks for two things."""


def quoted_answer(
    generation: Generation, asked: Question, embedder: Embedder, threshold: float
) -> tuple[Answer, list[Hit]]:
    """Answer with quotes, or say that the archive does not answer.

    Args:
        generation: what is asked.
        asked: the question.
        embedder: the model that the index was built with.
        threshold: least confidence for an answer.

    Returns:
        The answer, and the passages that it was sought in, best first.

    Raises:
        ModelError: a model cannot be loaded.
    """
    started = time.perf_counter()
    parts = parts_of(asked)
    embeddings = [embed_question(embedder, part.text) for part in parts]
    found = [best_hits(generation, p, e, PASSAGES) for p, e in zip(parts, embeddings, strict=True)]
    retrieved = time.perf_counter()
    extractions = [
        extract(generation, part, embedding, hits, embedder, default_reader())
        for part, embedding, hits in zip(parts, embeddings, found, strict=True)
    ]
    extraction = extractions[0] if len(parts) == 1 else _joined(parts, extractions, threshold)
    done = time.perf_counter()
    timings = {
        "retrieve": round(1000 * (retrieved - started), 2),
        "answer": round(1000 * (done - retrieved), 2),
        "total": round(1000 * (done - started), 2),
    }
    hits = _merged(found)
    info, read = info_of(generation), interpreted(generation.columns, asked)
    if extraction.confidence >= threshold and not (read and read.empty):
        answer = compose_answer(asked, extraction, info, timings, read)
        if answer.sentences:
            return answer, hits
    return compose_refusal(asked, hits, extraction.confidence, info, timings, read), hits


def _joined(parts: list[Question], extractions: list[Extraction], threshold: float) -> Extraction:
    """Both halves' sentences; where one half has no answer, that is said, and the other is given all the same."""
    good = [extraction for extraction in extractions if extraction.confidence >= threshold]
    if not good:
        return Extraction([], max(extraction.confidence for extraction in extractions))
    chosen: list[Selected] = []
    cited: set[tuple[str, int]] = set()
    for extraction in good:
        best = sorted(extraction.sentences, key=lambda s: -s.score)[:MOST_OF_A_PART]
        for selected in (s for s in extraction.sentences if s in best and _place(s) not in cited):
            confirming = tuple(one for one in selected.confirmed_by if _place(one) not in cited)
            cited |= {_place(selected), *map(_place, confirming)}
            chosen.append(replace(selected, confirmed_by=confirming))
    missing = tuple(p.text for p, e in zip(parts, extractions, strict=True) if e.confidence < threshold)
    return Extraction(chosen, min(e.confidence for e in good), unanswered=missing)


def _place(selected: Selected) -> tuple[str, int]:
    """Which quote it is."""
    return selected.candidate.article.id, selected.span.start


def _merged(found: list[list[Hit]]) -> list[Hit]:
    """The hits of all parts in turns, each passage once."""
    merged: dict[tuple[str, int], Hit] = {}
    for hits in zip_longest(*found):
        for hit in hits:
            if hit is not None:
                merged.setdefault((hit.article.id, hit.passage.start), hit)
    return list(merged.values())
