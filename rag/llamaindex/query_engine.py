"""The archive's answers behind LlamaIndex's `BaseQueryEngine`."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Unpack

from llama_index.core.base.base_query_engine import BaseQueryEngine
from llama_index.core.base.response.schema import Response
from llama_index.core.prompts.mixin import PromptMixinType
from llama_index.core.schema import NodeWithScore, QueryBundle

from rag.llamaindex.filters import read_options
from rag.llamaindex.nodes import quote_node
from rag.llamaindex.options import EngineOptions

if TYPE_CHECKING:
    from rag.fundstelle import Fundstelle


class FundstelleQueryEngine(BaseQueryEngine):
    """Cited answers as LlamaIndex responses: the text with markers, the quotes as source nodes, the `Answer` whole."""

    def __init__(self, archive: Fundstelle, **options: Unpack[EngineOptions]) -> None:
        """Answer from an archive; see `Fundstelle.as_query_engine`.

        Raises:
            UsageError: a filter is wrong, or cannot be expressed in an archive.
        """
        super().__init__(callback_manager=options.pop("callback_manager", None))
        self._archive = archive
        self._options = read_options(options)

    def _query(self, query_bundle: QueryBundle) -> Response:
        answer = self._archive.ask(query_bundle.query_str, **self._options)
        nodes = [NodeWithScore(node=quote_node(citation)) for citation in answer.citations]
        return Response(response=answer.text, source_nodes=nodes, metadata={"answer": answer.model_dump()})

    async def _aquery(self, query_bundle: QueryBundle) -> Response:
        return await asyncio.to_thread(self._query, query_bundle)

    def _get_prompt_modules(self) -> PromptMixinType:
        return {}
