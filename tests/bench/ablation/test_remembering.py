from __future__ import annotations

import numpy as np
import pytest

import rag.fundstelle
import rag.retrieval.reranking
from bench.ablation import remembering
from bench.ablation.remembering import RememberingReader
from index.embedding import default_embedder
from index.embedding.interface import embed_question
from rag.reading.reader import Reader, default_reader

QUESTION = "Wo steht der Kran?"
PASSAGES = ["Der Kran steht in Husum.", "Der Kran ist gelb."]


def test_the_reader_says_the_same_and_reads_each_pair_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    original = Reader.read

    def counted(reader: Reader, question: str, passages: list[str]) -> object:
        read.extend(passages)
        return original(reader, question, passages)

    expected = [reading.answerable for reading in default_reader().read(QUESTION, PASSAGES)]
    monkeypatch.setattr(Reader, "read", counted)
    reader = RememberingReader()
    first = reader.read(QUESTION, PASSAGES[:1])
    both = reader.read(QUESTION, [PASSAGES[1], PASSAGES[0], PASSAGES[1]])
    assert [r.answerable for r in both] == [expected[1], expected[0], expected[1]]
    assert first[0].answerable == expected[0]
    assert read == PASSAGES


def test_the_product_asks_what_remembers_and_then_no_more() -> None:
    before = vars(rag.fundstelle)["embed_question"]
    with remembering.remembering() as questions:
        assert vars(rag.fundstelle)["embed_question"] is questions
        assert isinstance(vars(rag.retrieval.reranking)["default_reader"](), RememberingReader)
        vector = questions(default_embedder(), QUESTION)
        assert questions(default_embedder(), QUESTION) is vector
        assert np.array_equal(vector, embed_question(default_embedder(), QUESTION))
    assert vars(rag.fundstelle)["embed_question"] is before
    assert vars(rag.retrieval.reranking)["default_reader"] is default_reader
