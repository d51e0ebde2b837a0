"""Our default embedder as a LlamaIndex `BaseEmbedding`, for pipelines of the user's own. Imports LlamaIndex."""

from __future__ import annotations

import asyncio

from llama_index.core.base.embeddings.base import BaseEmbedding
from pydantic import PrivateAttr

from index.embedding.onnx_embedder import OnnxEmbedder, default_embedder


class FundstelleEmbedding(BaseEmbedding):
    """The embedder that Fundstelle indexes with, usable wherever LlamaIndex takes an `embed_model`."""

    _embedder: OnnxEmbedder = PrivateAttr()

    def __init__(self, embedder: OnnxEmbedder | None = None) -> None:
        """Wrap an embedder; None takes the default one.

        Raises:
            ModelError: the default model cannot be loaded.
        """
        chosen = embedder or default_embedder()
        super().__init__(model_name=chosen.model_name)
        self._embedder = chosen

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._embedder.get_query_embedding(query)

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._embedder.get_text_embedding_batch([text])[0]

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        return self._embedder.get_text_embedding_batch(texts)

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return await asyncio.to_thread(self._get_query_embedding, query)

    async def _aget_text_embedding(self, text: str) -> list[float]:
        return await asyncio.to_thread(self._get_text_embedding, text)
