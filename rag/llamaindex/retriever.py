"""The archive's search behind LlamaIndex's `BaseRetriever`."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Unpack

from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.schema import NodeWithScore, QueryBundle

from rag.llamaindex.filters import read_options
from rag.llamaindex.nodes import passage_node
from rag.llamaindex.options import RetrieverOptions

if TYPE_CHECKING:
    from rag.fundstelle import Fundstelle

TOOL_PREFIX = "\ninput is "
"""What LlamaIndex's `RetrieverTool` puts before an agent's question; two English words would change how it is read."""


class FundstelleRetriever(BaseRetriever):
    """Ranked passages as nodes: `start_char_idx` and `end_char_idx` are the span in the article.

    Attributes:
        similarity_top_k: passages a query, 1 to 1,000.
    """

    def __init__(self, archive: Fundstelle, k: int, **options: Unpack[RetrieverOptions]) -> None:
        """Retrieve `k` passages a query from an archive; see `Fundstelle.as_retriever`.

        Raises:
            UsageError: a filter is wrong, or cannot be expressed in an archive.
        """
        super().__init__(callback_manager=options.pop("callback_manager", None))
        wanted = options.pop("similarity_top_k", None)
        self.similarity_top_k = k if wanted is None else wanted
        self._archive = archive
        self._options = read_options(options)

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        """Search for `query_str`; the vector is that of `custom_embedding_strs` where they are given, as in HyDE.

        A bundle's `embedding` is not looked at: other retrievers leave theirs there, of whatever model they use.
        """
        question = query_bundle.query_str.removeprefix(TOOL_PREFIX)
        meaning = query_bundle.custom_embedding_strs or ()
        results = self._archive.search(question, self.similarity_top_k, meaning=meaning, **self._options)
        return [NodeWithScore(node=passage_node(result), score=result.score) for result in results]

    async def _aretrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        return await asyncio.to_thread(self._retrieve, query_bundle)
