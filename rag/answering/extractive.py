"""The answerer without a language model: it quotes the sentences that answer best."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.embedding import Embedder
from index.embedding.interface import Vectors, embed_passages
from index.generation import Generation
from index.models import SentenceKind
from rag.answering.features import Candidate, Target, features, look_around, make_target
from rag.answering.phrase import answer_phrase
from rag.answering.scoring import answer_confidence, sentence_score
from rag.answering.statements import carriers, same_statement
from rag.question import Question
from rag.reading.reader import Reader
from rag.retrieval import Hit

PASSAGES = 8
"""Passages whose sentences are considered."""

MOST_SENTENCES = 3
COMPANION = 0.5
"""A further sentence is quoted when it scores at least this share of the best one's score."""

QUOTABLE: frozenset[SentenceKind] = frozenset({"sentence", "list_item", "table_row", "caption"})


@dataclass(frozen=True)
class Selected:
    """A sentence to be quoted.

    Attributes:
        candidate: the sentence.
        score: how well it answers, 0 to 1.
        highlight: the words that answer, in article offsets; None when the whole sentence does.
        also_in: ids of other articles that carry the same sentence.
    """

    candidate: Candidate
    score: float
    highlight: tuple[int, int] | None = None
    also_in: tuple[str, ...] = ()


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
    generation: Generation,
    question: Question,
    embedding: Vectors,
    hits: Sequence[Hit],
    embedder: Embedder,
    reader: Reader,
) -> Extraction:
    """Choose one to three sentences from the best passages.

    Args:
        generation: where the sentences are stored.
        question: what is asked.
        embedding: the question's unit vector.
        hits: retrieved passages, best first.
        embedder: embeds the sentences.
        reader: marks the words that answer.
    """
    target = make_target(question, embedding, hits, generation.keywords.rarity)
    scored = _scored(candidates_of(generation, target, hits[:PASSAGES], embedder), question)
    if not scored:
        return Extraction([], 0.0)
    best = scored[0][1]
    confidence = answer_confidence(best.values, question.language, best.article.language)
    chosen = [_completed(generation, reader, question, target, selected) for selected in _select(scored)]
    return Extraction(_in_reading_order(chosen), confidence)


def _completed(
    generation: Generation, reader: Reader, question: Question, target: Target, selected: Selected
) -> Selected:
    """With the words that answer, and with the copies of its passage that carry the sentence."""
    candidate = selected.candidate
    others = [other for other in candidate.hit.also_in if other not in selected.also_in]
    return replace(
        selected,
        highlight=answer_phrase(reader, question, target, candidate),
        also_in=(*selected.also_in, *carriers(generation, candidate.text, others)),
    )


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


def _select(scored: Sequence[tuple[float, Candidate]]) -> list[Selected]:
    """The best sentence and those that nearly reach it; the same statement is quoted once."""
    least = scored[0][0] * COMPANION
    chosen: list[Selected] = []
    for score, candidate in scored:
        if score < least:
            break
        twins = [n for n, s in enumerate(chosen) if same_statement(s.candidate.text, candidate.text)]
        if twins:
            twin = chosen[twins[0]]
            if candidate.article.id not in (twin.candidate.article.id, *twin.also_in):
                chosen[twins[0]] = replace(twin, also_in=(*twin.also_in, candidate.article.id))
        elif len(chosen) < MOST_SENTENCES:
            chosen.append(Selected(candidate, score))
    return chosen


def _in_reading_order(chosen: Sequence[Selected]) -> list[Selected]:
    order: dict[str, int] = {}
    for selected in chosen:
        order.setdefault(selected.candidate.article.id, len(order))
    return sorted(chosen, key=lambda s: (order[s.candidate.article.id], s.candidate.sentence.start))
