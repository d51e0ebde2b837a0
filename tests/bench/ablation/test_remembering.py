from __future__ import annotations

import numpy as np

import rag.fundstelle
import rag.retrieval.reranking
from bench.ablation import remembering
from index.embedding import default_embedder
from index.embedding.interface import embed_question
from rag.reading.reader import default_reader

QUESTION = "Wo steht der Kran?"
PASSAGES = ["Der Kran steht in Husum.", "Der Kran ist gelb."]


def test_the_product_asks_what_remembers_and_then_no_more() -> None:
    before = vars(rag.fundstelle)["embed_question"]
    with remembering.remembering() as questions:
        assert vars(rag.fundstelle)["embed_question"] is questions
        reader = vars(rag.retrieval.reranking)["default_reader"]()
        assert reader.read(QUESTION, PASSAGES)[0] is reader.read(QUESTION, PASSAGES[:1])[0]
        vector = questions(default_embedder(), QUESTION)
        assert questions(default_embedder(), QUESTION) is vector
        assert np.array_equal(vector, embed_question(default_embedder(), QUESTION))
    assert vars(rag.fundstelle)["embed_question"] is before
    assert vars(rag.retrieval.reranking)["default_reader"] is default_reader
