from __future__ import annotations

from dataclasses import replace

import pytest

from index.embedding import Embedder, OnnxEmbedder
from index.embedding.interface import Vectors, embed_question
from index.generation import Generation
from rag.answering.candidates import QUOTABLE, candidates_of, places_of
from rag.answering.features import FEATURES
from rag.answering.target import make_target
from rag.question import Question, read_question
from rag.reading.reader import Reader, default_reader
from rag.retrieval import Hit, retrieve
from rag.retrieval.reranking import read_hits

TEXT = """EMDEN - Der Rat tagte lange. Er beschloss den Bau.

## Das kostet der Kran

- Stahl für zwei Millionen Euro
- Beton für eine Million Euro

Der Kran kostet drei Millionen Euro.
"""


@pytest.fixture
def question() -> Question:
    return read_question("Was kostet der Kran?", "de", {})


@pytest.fixture
def embedding(hashing: Embedder, question: Question) -> Vectors:
    return embed_question(hashing, question.text)


@pytest.fixture
def hits(generation: Generation, question: Question, embedding: Vectors) -> list[Hit]:
    return retrieve(generation, question, embedding, 10)


def test_places_are_the_quotable_sentences_in_order(generation: Generation, hits: list[Hit]) -> None:
    places = places_of(generation, hits)
    assert {"Er beschloss den Bau.", "Der Kran kostet drei Millionen Euro."} <= {place.text for place in places}
    assert not any("Das kostet" in place.text for place in places), "a heading is not quoted"
    assert {place.sentence.kind for place in places} <= QUOTABLE
    for rank, hit in enumerate(hits):
        own = [place for place in places if place.rank == rank]
        assert [place.number for place in own] == list(range(len(own)))
        assert all(place.hit is hit and place.of == len(own) for place in own)
        assert all(hit.passage.start <= p.sentence.start < p.sentence.end <= hit.passage.end for p in own)
        assert [place.sentence.start for place in own] == sorted(place.sentence.start for place in own)


def test_a_candidate_is_a_place_with_its_values_and_its_passages_reading(
    generation: Generation, question: Question, embedding: Vectors, hits: list[Hit], hashing: Embedder
) -> None:
    target = make_target(question, embedding, hits, generation.keywords.rarity)
    places = places_of(generation, hits)
    candidates = candidates_of(question, target, places, hashing, default_reader())
    assert [candidate.place for candidate in candidates] == places
    for candidate in candidates:
        assert candidate.values.shape == (len(FEATURES),)
        assert candidate.text == candidate.article.text[candidate.sentence.start : candidate.sentence.end]
        (expected,) = read_hits(question.text, [candidate.hit], default_reader())
        assert candidate.reading.answerable == expected.answerable


def test_a_passage_that_was_read_in_retrieval_is_not_read_again(
    generation: Generation, question: Question, embedding: Vectors, hits: list[Hit], hashing: Embedder
) -> None:
    class Unused(Reader):
        def __init__(self) -> None:
            """No model is loaded; reading would fail."""

    reading = default_reader().read(question.text, [hits[0].article.text])[0]
    read = [replace(hit, reading=reading) for hit in hits]
    target = make_target(question, embedding, read, generation.keywords.rarity)
    candidates = candidates_of(question, target, places_of(generation, read), hashing, Unused())
    assert all(candidate.reading is reading for candidate in candidates)
    assert candidates != []


def test_no_places_no_candidates(
    generation: Generation, question: Question, embedding: Vectors, embedder: OnnxEmbedder
) -> None:
    target = make_target(question, embedding, [], generation.keywords.rarity)
    assert places_of(generation, []) == []
    assert candidates_of(question, target, [], embedder, default_reader()) == []
