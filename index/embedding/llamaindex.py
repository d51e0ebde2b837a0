"""Our embedder as a LlamaIndex `BaseEmbedding`, for pipelines of the user's own. Imports LlamaIndex."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from llama_index.core.base.embeddings.base import BaseEmbedding
from pydantic import PrivateAttr

from index.embedding.default import default_embedder
from index.embedding.interface import LocalEmbedder


class FundstelleEmbedding(BaseEmbedding):
    """The embedder that Fundstelle indexes with, usable wherever LlamaIndex takes an `embed_model`."""

    _embedder: LocalEmbedder = PrivateAttr()

    def __init__(self, embedder: LocalEmbedder | None = None) -> None:
        """Wrap an embedder; None takes the default one.

        Raises:
            ModelError: the default model cannot be loaded.
        """
        chosen = embedder or default_embedder()
        super().__init__(model_name=chosen.model_name)
        self._embedder = chosen

    @property
    def fingerprint(self) -> str:
        """The wrapped embedder's: an index made by either can be read with the other."""
        return self._embedder.fingerprint

    @property
    def max_tokens(self) -> int:
        """Tokens a text may have."""
        return self._embedder.max_tokens

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Tokens of each text, special tokens included."""
        return self._embedder.count_tokens(texts)

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
