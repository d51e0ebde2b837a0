"""Texts to vectors: the embedder's interface and the model that runs by default."""

from index.embedding.interface import Embedder, TokenCounter, fingerprint_of
from index.embedding.onnx_embedder import OnnxEmbedder, default_embedder

__all__ = ["Embedder", "OnnxEmbedder", "TokenCounter", "default_embedder", "fingerprint_of"]
