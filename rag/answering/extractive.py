"""The answerer without a language model: it quotes the sentences that answer best."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.embedding import Embedder
from index.embedding.interface import Vectors
from index.generation import Generation
from rag.answering.candidates import Candidate, candidates_of, places_of
from rag.answering.context import quote_span
from rag.answering.phrase import answer_phrase
from rag.answering.scoring import answer_confidence, answer_values, best_first, sentence_scores
from rag.answering.selected import Selected
from rag.answering.selection import disagreeing, select
from rag.answering.statements import carriers
from rag.answering.target import Target, make_target
from rag.answering.years import WRONG_TIME, of_another_time
from rag.question import Question
from rag.reading.reader import Reader
from rag.retrieval import Hit

PASSAGES = 8
"""Passages whose sentences are considered."""


@dataclass(frozen=True)
class Extraction:
    """What the answerer found.

    Attributes:
        sentences: to be quoted, in reading order: the best one's article first, then by position; where articles give
            different figures, the newest first.
        confidence: how likely they answer, 0 to 1; 0 when there was nothing to choose from.
        disagreeing: whether articles give different figures for the same thing.
        unanswered: parts of the question that the archive does not answer, though it answers the others.
    """

    sentences: list[Selected]
    confidence: float
    disagreeing: bool = False
    unanswered: tuple[str, ...] = ()


def extract(
    generation: Generation,
    question: Question,
    embedding: Vectors,
    hits: Sequence[Hit],
    embedder: Embedder,
    reader: Reader,
) -> Extraction:
    """Choose one to four sentences from the best passages.

    Args:
        generation: where the sentences are stored.
        question: what is asked.
        embedding: the question's unit vector.
        hits: retrieved passages, best first.
        embedder: embeds the sentences.
        reader: reads passages and marks the words that answer.
    """
    target = make_target(question, embedding, hits, generation.keywords.rarity)
    places = places_of(generation, hits[:PASSAGES])
    candidates = candidates_of(question, target, places, embedder, reader)
    if not candidates:
        return Extraction([], 0.0)
    scores = sentence_scores(question.language, candidates)
    order = best_first(scores)
    best = candidates[order[0]]
    values = answer_values(question.text, candidates, scores)
    confidence = answer_confidence(question.language, best, values)

    def complete(candidate: Candidate, score: float) -> Selected:
        return _completed(generation, target, candidate, score)

    chosen = select(target, [(scores[n], candidates[n]) for n in order], complete)
    if of_another_time(question.text, question.language, best.article, best.sentence.start, best.sentence.end):
        confidence *= WRONG_TIME
    if disagreeing(target, chosen):
        return Extraction(_newest_first(chosen), confidence, disagreeing=True)
    return Extraction(_in_reading_order(chosen), confidence)


def _completed(generation: Generation, target: Target, candidate: Candidate, score: float) -> Selected:
    """With the words that answer, what makes the quote clear, and the copies of its passage that carry the sentence."""
    article = candidate.article
    around = generation.archive.sentences(article.id)
    return Selected(
        candidate,
        score,
        span=quote_span(article.text, around, candidate.sentence, article.language),
        highlight=answer_phrase(target, candidate),
        also_in=tuple(carriers(generation, candidate.text, candidate.hit.also_in)),
    )


def _newest_first(chosen: Sequence[Selected]) -> list[Selected]:
    """Undated articles come last."""
    return sorted(_in_reading_order(chosen), key=lambda s: s.candidate.article.published or "", reverse=True)


def _in_reading_order(chosen: Sequence[Selected]) -> list[Selected]:
    order: dict[str, int] = {}
    for selected in chosen:
        order.setdefault(selected.candidate.article.id, len(order))
    return sorted(chosen, key=lambda s: (order[s.candidate.article.id], s.candidate.sentence.start))
