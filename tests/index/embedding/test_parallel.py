from __future__ import annotations

import threading

import numpy as np

from index.embedding import OnnxEmbedder
from index.embedding.interface import embed_passages
from index.embedding.parallel import ParallelEmbedder, embed_many

TEXTS = [f"Der Hafenkran Nummer {n} hebt {n * 1000} Kilogramm. " * (n % 5 + 1) for n in range(24)]


class MeetingEmbedder:
    """Answers only when as many callers are inside as it says may be; alone it would wait for ever."""

    model_name = "meeting"

    def __init__(self, parallel: int) -> None:
        self.parallel = parallel
        self._meeting = threading.Barrier(parallel, timeout=20)
        self.batches: list[int] = []

    def get_query_embedding(self, query: str) -> list[float]:
        return [1.0, float(len(query))]

    def get_text_embedding_batch(self, texts: list[str]) -> list[list[float]]:
        self.batches.append(len(texts))
        if len(texts) == 1:
            self._meeting.wait()
        return [self.get_query_embedding(text) for text in texts]


class PlainEmbedder:
    """Says nothing about threads."""

    model_name = "plain"

    def __init__(self) -> None:
        self.batches: list[int] = []

    def get_query_embedding(self, query: str) -> list[float]:
        return [1.0, float(len(query))]

    def get_text_embedding_batch(self, texts: list[str]) -> list[list[float]]:
        self.batches.append(len(texts))
        return [self.get_query_embedding(text) for text in texts]


def test_vectors_are_the_same_to_the_last_bit(embedder: OnnxEmbedder) -> None:
    assert isinstance(embedder, ParallelEmbedder)
    one = embed_passages(embedder, TEXTS)
    for _ in range(3):
        np.testing.assert_array_equal(embed_many(embedder, TEXTS), one)


def test_several_are_embedded_at_a_time_in_order() -> None:
    embedder = MeetingEmbedder(3)
    texts = ["a" * n for n in range(1, 13)]
    np.testing.assert_array_equal(embed_many(embedder, texts), embed_passages(PlainEmbedder(), texts))
    assert embedder.batches == [1] * 12


def test_other_embedders_are_called_once_from_one_thread() -> None:
    plain, single = PlainEmbedder(), MeetingEmbedder(1)
    for embedder in (plain, single):
        assert embed_many(embedder, ["a", "bb", "ccc"]).shape == (3, 2)
        assert embedder.batches == [3]


def test_one_text_needs_no_threads() -> None:
    assert embed_many(PlainEmbedder(), ["a"]).shape == (1, 2)
