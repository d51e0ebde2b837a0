from __future__ import annotations

import gc
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from index.embedding.token_matrix import TokenMatrix
from index.embedding.token_vectors import default_token_vectors
from index.generation import Generation
from index.layout import current_generation, generation_folder
from index.passages import embedded_text
from index.store.archive import StoredPassage
from rag.retrieval import passage_tokens as module
from rag.retrieval.passage_tokens import PassageTokens, passage_tokens


@pytest.fixture
def generation(facts_data: Path) -> Generation:
    return Generation(generation_folder(facts_data, str(current_generation(facts_data))))


def _same(one: TokenMatrix, other: TokenMatrix) -> bool:
    return np.array_equal(one.pieces, other.pieces) and np.array_equal(one.offsets, other.offsets)


def test_words_are_those_of_title_and_passage_in_the_order_asked(generation: Generation) -> None:
    table = default_token_vectors()
    rows = [3, 0, 5, 0]
    found = PassageTokens(generation.archive, table).of(rows)
    for matrix, stored in zip(found, generation.archive.passages(rows), strict=True):
        text = embedded_text(stored.article.title, stored.article.text[stored.passage.start : stored.passage.end])
        assert _same(matrix, table.encode(text))
    generation.close()


def test_what_was_read_is_kept_and_the_longest_unused_goes_first(
    generation: Generation, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []
    original = generation.archive.passages

    def watched(rows: Sequence[int]) -> list[StoredPassage]:
        read.extend(rows)
        return original(rows)

    monkeypatch.setattr(generation.archive, "passages", watched)
    memory = PassageTokens(generation.archive, default_token_vectors(), most=3)
    memory.of([0, 1, 2])
    memory.of([2, 0])
    assert read == [0, 1, 2]
    memory.of([3])  # 1 goes
    memory.of([0, 2, 3])
    assert read == [0, 1, 2, 3]
    memory.of([1])
    assert read == [0, 1, 2, 3, 1]
    assert len(memory.of([0, 1, 2, 3, 4, 5])) == 6, "more than it can keep are still found"
    generation.close()


def test_a_generation_has_one_memory_that_ends_with_it(generation: Generation) -> None:
    before = len(module._MEMORIES)
    assert passage_tokens(generation) is passage_tokens(generation)
    assert len(module._MEMORIES) == before + 1
    generation.close()


def test_memories_do_not_keep_generations_alive(facts_data: Path) -> None:
    generation = Generation(generation_folder(facts_data, str(current_generation(facts_data))))
    passage_tokens(generation).of([0])
    assert generation in module._MEMORIES
    before = len(module._MEMORIES)
    generation.close()
    del generation
    gc.collect()
    assert len(module._MEMORIES) < before
