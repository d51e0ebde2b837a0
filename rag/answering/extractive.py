"""The answerer without a language model: it quotes the sentences that answer best."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.embedding import Embedder
from index.embedding.interface import Vectors, embed_passages
from index.generation import Generation
from index.keywords.analyzer import words
from index.models import SentenceKind
from rag.answering.evidence_types import evidence_spans
from rag.answering.features import Candidate, Target, features, look_around, make_target
from rag.answering.scoring import answer_confidence, sentence_score
from rag.question import Question
from rag.retrieval import Hit

PASSAGES = 8
"""Passages whose sentences are considered."""

MOST_SENTENCES = 3
COMPANION = 0.5
"""A further sentence is quoted when it scores at least this share of the best one's score."""

SAME_WORDS = 0.8
"""Overlap of words (Jaccard) from which two sentences count as the same statement."""

QUOTABLE: frozenset[SentenceKind] = frozenset({"sentence", "list_item", "table_row", "caption"})


@dataclass(frozen=True)
class Selected:
    """A sentence to be quoted.

    Attributes:
        candidate: the sentence.
        score: how well it answers, 0 to 1.
        highlight: the answer phrase in article offsets, when there is exactly one thing of the kind asked for.
        also_in: ids of other articles that carry the same sentence.
    """

    candidate: Candidate
    score: float
    highlight: tuple[int, int] | None
    also_in: list[str]


@dataclass(frozen=True)
class Extraction:
    """What the answerer found.

    Attributes:
        sentences: to be quoted, in reading order: the best one's article first, then by position.
        confidence: how likely they answer, 0 to 1; 0 when there was nothing to choose from.
    """

    sentences: list[Selected]
    confidence: float


def extract(
    generation: Generation, question: Question, embedding: Vectors, hits: Sequence[Hit], embedder: Embedder
) -> Extraction:
    """Choose one to three sentences from the best passages.

    Args:
        generation: where the sentences are stored.
        question: what is asked.
        embedding: the question's unit vector.
        hits: retrieved passages, best first.
        embedder: embeds the sentences.
    """
    target = make_target(question, embedding, hits, generation.keywords.rarity)
    scored = _scored(candidates_of(generation, target, hits[:PASSAGES], embedder), question)
    if not scored:
        return Extraction([], 0.0)
    best = scored[0][1]
    confidence = answer_confidence(best.values, question.language, best.article.language)
    return Extraction(_in_reading_order(_select(scored, target)), confidence)


def candidates_of(generation: Generation, target: Target, hits: Sequence[Hit], embedder: Embedder) -> list[Candidate]:
    """Every quotable sentence of the passages with its features."""
    places = [
        (rank, hit, sentence)
        for rank, hit in enumerate(hits)
        for sentence in generation.archive.sentences(hit.article.id, hit.passage.start, hit.passage.end)
        if sentence.kind in QUOTABLE
    ]
    if not places:
        return []
    vectors = embed_passages(embedder, [hit.article.text[s.start : s.end] for _, hit, s in places])
    surroundings = [look_around(target, hit) for hit in hits]
    return [
        Candidate(hit.article, sentence, hit, rank, features(target, surroundings[rank], sentence, vector))
        for (rank, hit, sentence), vector in zip(places, vectors, strict=True)
    ]


def _scored(candidates: Sequence[Candidate], question: Question) -> list[tuple[float, Candidate]]:
    """Candidates with their scores, best first; ties in the order of retrieval and text."""
    scored = [(sentence_score(c.values, question.language, c.article.language), c) for c in candidates]
    return sorted(scored, key=lambda pair: (-pair[0], pair[1].rank, pair[1].sentence.start))


def _select(scored: Sequence[tuple[float, Candidate]], target: Target) -> list[Selected]:
    """The best sentence and those that nearly reach it; the same statement is quoted once."""
    least = scored[0][0] * COMPANION
    chosen: list[Selected] = []
    for score, candidate in scored:
        if score < least:
            break
        twin = next((s for s in chosen if _same_statement(s.candidate.text, candidate.text)), None)
        if twin is not None:
            if candidate.article.id not in (twin.candidate.article.id, *twin.also_in):
                twin.also_in.append(candidate.article.id)
        elif len(chosen) < MOST_SENTENCES:
            chosen.append(Selected(candidate, score, _highlight(candidate, target), []))
    return chosen


def _highlight(candidate: Candidate, target: Target) -> tuple[int, int] | None:
    """The one thing of the kind asked for; with several of them, marking one would be a guess."""
    spans = evidence_spans(candidate.text, target.kind)
    known = {word.text for word in target.words}
    new = [s for s in spans if any(word not in known for word in words(candidate.text[s[0] : s[1]]))]
    if target.kind == "reason" or len(new) != 1:
        return None
    start = candidate.sentence.start
    return (start + new[0][0], start + new[0][1])


def _in_reading_order(chosen: Sequence[Selected]) -> list[Selected]:
    order: dict[str, int] = {}
    for selected in chosen:
        order.setdefault(selected.candidate.article.id, len(order))
    return sorted(chosen, key=lambda s: (order[s.candidate.article.id], s.candidate.sentence.start))


def _same_statement(one: str, other: str) -> bool:
    """Nearly the same words, and exactly the same figures and dates: an updated toll is a new statement."""
    first, second = set(words(one)), set(words(other))
    overlap = len(first & second) >= SAME_WORDS * max(1, len(first | second))
    return overlap and _figures(one) == _figures(other)


def _figures(text: str) -> set[str]:
    spans = evidence_spans(text, "quantity") + evidence_spans(text, "time")
    return {text[start:end].lower() for start, end in spans}
