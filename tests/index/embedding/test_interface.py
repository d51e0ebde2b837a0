from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from llama_index.core.base.embeddings.base import BaseEmbedding
from llama_index.core.embeddings import MockEmbedding

from index.build import build_index
from index.embedding import Embedder, OnnxEmbedder, TokenCounter, fingerprint_of
from index.embedding.interface import embed_meaning, embed_passages, embed_question
from index.generation import Generation
from index.layout import generation_folder

if TYPE_CHECKING:
    from tests.index.conftest import HashingEmbedder


class LetterEmbedding(BaseEmbedding):
    """A LlamaIndex embedding as a user would write one: how often each letter occurs."""

    letters: str = "abcdefghijklmnopqrstuvwxyzäöüß"

    def _get_query_embedding(self, query: str) -> list[float]:
        return [float(query.lower().count(letter)) for letter in self.letters]

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._get_query_embedding(text)


@pytest.mark.parametrize("make", [LetterEmbedding, lambda: MockEmbedding(embed_dim=6)])
def test_any_llamaindex_embedding_is_an_embedder(make: Callable[[], Any]) -> None:
    embedder = make()
    assert isinstance(embedder, Embedder)
    assert not isinstance(embedder, TokenCounter)
    vectors = embed_passages(embedder, ["Der Kran", "The bridge"])
    assert vectors.shape[0] == 2
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, rtol=1e-6)
    np.testing.assert_allclose(embed_question(embedder, "Der Kran"), vectors[0], rtol=1e-6)


def test_the_default_embedder_counts_tokens_as_well(embedder: OnnxEmbedder) -> None:
    assert isinstance(embedder, Embedder)
    assert isinstance(embedder, TokenCounter)


@pytest.mark.usefixtures("verify_here")
def test_an_index_can_be_built_with_a_llamaindex_embedding(source: Path, data: Path) -> None:
    (source / "kran.txt").write_text("Der Kran hebt viel. Er steht in Husum.")
    (source / "zoo.txt").write_text("Im Zoo gibt es einen Panda.")
    report = build_index(data, [source], LetterEmbedding(model_name="letters"))
    generation = Generation(generation_folder(data, report.generation))
    assert generation.manifest.embedder == "letters"
    question = embed_question(LetterEmbedding(), "Zoo, Panda")
    row = int(generation.vectors.nearest(question, "de", 1)[0])
    assert generation.archive.passages([row])[0].article.id == "zoo"
    generation.close()


def test_something_else_is_no_embedder() -> None:
    assert not isinstance(object(), Embedder)


def test_vectors_become_unit_vectors_and_zero_stays_zero() -> None:
    vectors = embed_passages(LetterEmbedding(), ["aaa", "123"])
    assert vectors[0].tolist() == [1.0] + [0.0] * 29
    assert vectors[1].tolist() == [0.0] * 30


def test_a_fingerprint_is_stable_and_16_hex_digits(hashing: HashingEmbedder) -> None:
    assert re.fullmatch("[0-9a-f]{16}", fingerprint_of(hashing))
    assert fingerprint_of(hashing) == fingerprint_of(type(hashing)())


def test_a_fingerprint_changes_with_the_model(hashing: HashingEmbedder, other_model: HashingEmbedder) -> None:
    wider = type(hashing)(dimension=25)
    same_vectors_other_name = LetterEmbedding(model_name="renamed")
    same_name_other_vectors = LetterEmbedding(letters="zyx")
    made: list[Embedder] = [
        hashing,
        other_model,
        wider,
        LetterEmbedding(),
        same_vectors_other_name,
        same_name_other_vectors,
    ]
    assert len({fingerprint_of(embedder) for embedder in made}) == len(made)


def test_a_fingerprint_does_not_change_with_the_last_bits_of_the_arithmetic(hashing: HashingEmbedder) -> None:
    class Noisy(type(hashing)):  # type: ignore[misc]
        def get_query_embedding(self, query: str) -> list[float]:
            return [value * (1 + 1e-7) for value in super().get_query_embedding(query)]

    Noisy.__qualname__ = type(hashing).__qualname__
    assert fingerprint_of(Noisy()) == fingerprint_of(hashing)


def test_an_embedder_that_knows_its_fingerprint_is_not_probed(embedder: OnnxEmbedder) -> None:
    assert fingerprint_of(embedder) == embedder.fingerprint


def test_several_questions_as_one_direction() -> None:
    embedder = LetterEmbedding()
    vectors = [embed_question(embedder, text) for text in ("Zoo", "Panda im Zoo")]
    meaning = embed_meaning(embedder, ["Zoo", "Panda im Zoo"])
    mean = (vectors[0] + vectors[1]) / 2
    np.testing.assert_allclose(meaning, mean / np.linalg.norm(mean), rtol=1e-6)
    np.testing.assert_allclose(embed_meaning(embedder, ["Zoo"]), vectors[0], rtol=1e-6)
