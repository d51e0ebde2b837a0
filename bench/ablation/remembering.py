"""What no switch changes is found out once: a question's vector, its neighbours, the reader's opinion of a passage."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from unittest.mock import patch

import rag.fundstelle
import rag.retrieval.reranking
from index.columns import Rows
from index.embedding import Embedder, default_embedder
from index.embedding.interface import Vectors, embed_question
from index.models import Language
from index.store.vectors import VectorIndex
from rag.reading.reader import Reader

MOST_READINGS = 1_000_000
"""As good as all of them."""


class RememberingEmbedder:
    """Question vectors of the default embedder."""

    def __init__(self) -> None:
        self._known: dict[str, Vectors] = {}

    def __call__(self, embedder: Embedder, text: str) -> Vectors:
        """The vector of a question by the default embedder, whatever `embedder` is; called like `embed_question`."""
        del embedder
        if text not in self._known:
            self._known[text] = embed_question(default_embedder(), text)
        return self._known[text]


def remembered_neighbours() -> Callable[[VectorIndex, Vectors, Language, int], Rows]:
    """`VectorIndex.nearest` with a memory."""
    nearest = VectorIndex.nearest
    known: dict[tuple[VectorIndex, bytes, Language, int], Rows] = {}

    def remembered(index: VectorIndex, vector: Vectors, language: Language, k: int) -> Rows:
        key = index, vector.tobytes(), language, k
        if key not in known:
            known[key] = nearest(index, vector, language, k)
        return known[key]

    return remembered


@contextmanager
def remembering() -> Iterator[RememberingEmbedder]:
    """Let the product use such memories; yields the one for questions, called like `embed_question`."""
    questions, reader = RememberingEmbedder(), Reader()
    reader.remember(MOST_READINGS)
    with (
        patch.object(VectorIndex, "nearest", remembered_neighbours()),
        patch.object(rag.fundstelle, "embed_question", questions),
        patch.object(rag.retrieval.reranking, "default_reader", lambda: reader),
    ):
        yield questions
