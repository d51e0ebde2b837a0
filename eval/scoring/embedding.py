"""Vectors for the semantic similarity."""

from __future__ import annotations

import functools

from index.embedding import default_embedder
from index.embedding.interface import Vectors, embed_passages

_REMEMBERED = 8192


@functools.lru_cache(maxsize=_REMEMBERED)
def embed(text: str) -> Vectors:
    """The unit vector of a text by the embedded model.

    One text at a time: in 8-bit arithmetic a vector depends on what is embedded with it, and a score must not.
    """
    vector: Vectors = embed_passages(default_embedder(), [text])[0]
    return vector
