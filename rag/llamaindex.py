"""Fundstelle inside LlamaIndex: a retriever and a query engine for pipelines and agents of the user's own."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from llama_index.core.base.base_query_engine import BaseQueryEngine
from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.base.response.schema import Response
from llama_index.core.prompts.mixin import PromptMixinType
from llama_index.core.schema import NodeWithScore, QueryBundle, TextNode

from rag.models import Citation, SearchResult
from rag.question import FilterOptions

if TYPE_CHECKING:
    from rag.fundstelle import Fundstelle


class FundstelleRetriever(BaseRetriever):
    """Ranked passages as nodes: `start_char_idx` and `end_char_idx` are the span in the article."""

    def __init__(self, archive: Fundstelle, k: int, filters: FilterOptions) -> None:
        """Retrieve `k` passages a query from an archive, restricted by filters (fields of `rag.Filters`)."""
        super().__init__()
        self._archive = archive
        self._k = k
        self._filters = filters

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        results = self._archive.search(query_bundle.query_str, self._k, **self._filters)
        return [NodeWithScore(node=_passage_node(result), score=result.score) for result in results]

    async def _aretrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        return await asyncio.to_thread(self._retrieve, query_bundle)


class FundstelleQueryEngine(BaseQueryEngine):
    """Cited answers as LlamaIndex responses: the text with markers, the quotes as source nodes, the `Answer` whole."""

    def __init__(self, archive: Fundstelle, filters: FilterOptions) -> None:
        """Answer from an archive, restricted by filters (fields of `rag.Filters`)."""
        super().__init__(callback_manager=None)
        self._archive = archive
        self._filters = filters

    def _query(self, query_bundle: QueryBundle) -> Response:
        answer = self._archive.ask(query_bundle.query_str, **self._filters)
        nodes = [NodeWithScore(node=_quote_node(citation)) for citation in answer.citations]
        return Response(response=answer.text, source_nodes=nodes, metadata={"answer": answer.model_dump()})

    async def _aquery(self, query_bundle: QueryBundle) -> Response:
        return await asyncio.to_thread(self._query, query_bundle)

    def _get_prompt_modules(self) -> PromptMixinType:
        return {}


def _passage_node(result: SearchResult) -> TextNode:
    return _node(result.text, result.article_id, result.start, result.end, result)


def _quote_node(citation: Citation) -> TextNode:
    return _node(citation.quote, citation.article_id, citation.start, citation.end, citation)


def _node(text: str, article_id: str, start: int, end: int, about: SearchResult | Citation) -> TextNode:
    """A node of an article's span; metadata is for programs, not for the text that a model would be shown."""
    metadata = about.model_dump(include={"article_id", "title", "published", "language", "source", "url"})
    return TextNode(
        id_=f"{article_id}:{start}-{end}",
        text=text,
        start_char_idx=start,
        end_char_idx=end,
        metadata=metadata,
        excluded_embed_metadata_keys=list(metadata),
        excluded_llm_metadata_keys=["article_id", "url"],
    )
