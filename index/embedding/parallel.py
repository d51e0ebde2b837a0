"""Embed many passages with all cores busy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

import numpy as np

from index.embedding.interface import Embedder, Vectors, embed_passages
from index.embedding.threads import in_parallel


@runtime_checkable
class ParallelEmbedder(Protocol):
    """An embedder that several threads may use, and that gains by it.

    Attributes:
        parallel: passages to embed at a time, 1 or more.
    """

    parallel: int


def embed_many(embedder: Embedder, texts: Sequence[str]) -> Vectors:
    """Embed passages as `embed_passages` does, several at a time where the embedder is a `ParallelEmbedder`.

    A text that is embedded by itself has the same vector either way, to the last bit.

    Returns:
        float32 array of shape (len(texts), dimension), each row of length 1 (a zero vector stays zero).
    """
    if not isinstance(embedder, ParallelEmbedder) or embedder.parallel < 2 or len(texts) < 2:
        return embed_passages(embedder, texts)
    return np.concatenate(in_parallel(lambda text: embed_passages(embedder, [text]), texts, embedder.parallel))
