"""Our embedder inside LlamaIndex is the same embedder."""

from __future__ import annotations

import asyncio
from pathlib import Path

import numpy as np

from index.embedding import Embedder, OnnxEmbedder, TokenCounter, fingerprint_of
from index.embedding.llamaindex import FundstelleEmbedding
from rag import Fundstelle

TEXTS = ["Der Kran hebt 60.000 Kilogramm.", "The bridge closes for eleven weeks."]


def test_it_is_an_embedder_with_the_same_fingerprint_and_counter(embedder: OnnxEmbedder) -> None:
    wrapped = FundstelleEmbedding(embedder)
    assert isinstance(wrapped, Embedder)
    assert isinstance(wrapped, TokenCounter)
    assert fingerprint_of(wrapped) == fingerprint_of(embedder)
    assert wrapped.max_tokens == embedder.max_tokens
    assert wrapped.count_tokens(TEXTS) == embedder.count_tokens(TEXTS)


def test_its_vectors_are_the_embedders(embedder: OnnxEmbedder) -> None:
    wrapped = FundstelleEmbedding(embedder)
    assert np.allclose(wrapped.get_text_embedding_batch(TEXTS), embedder.get_text_embedding_batch(TEXTS))
    assert np.allclose(wrapped.get_query_embedding(TEXTS[0]), embedder.get_query_embedding(TEXTS[0]))
    assert np.allclose(asyncio.run(wrapped.aget_query_embedding(TEXTS[1])), embedder.get_query_embedding(TEXTS[1]))
    assert np.allclose(
        asyncio.run(wrapped.aget_text_embedding(TEXTS[1])), embedder.get_text_embedding_batch([TEXTS[1]])[0]
    )


def test_an_index_can_be_opened_with_it(archive: Path) -> None:
    with Fundstelle.open(archive, embedder=FundstelleEmbedding()) as opened:
        assert "60.000 Kilogramm" in opened.ask("Wie viel hebt der neue Hafenkran in Husum?").text
