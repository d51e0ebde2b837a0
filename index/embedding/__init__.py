"""Texts to vectors: the embedder's interface, the model that runs by default, and any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.embedding.default import default_embedder
from index.embedding.interface import Embedder, LocalEmbedder, TokenCounter, fingerprint_of

if TYPE_CHECKING:
    from index.embedding.onnx_embedder import OnnxEmbedder

__all__ = ["Embedder", "LocalEmbedder", "OnnxEmbedder", "TokenCounter", "default_embedder", "fingerprint_of"]


def __getattr__(name: str) -> object:
    """Import `OnnxEmbedder` when it is asked for: it takes a second, and `fundstelle status` needs none of it."""
    if name != "OnnxEmbedder":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from index.embedding.onnx_embedder import OnnxEmbedder

    return OnnxEmbedder
