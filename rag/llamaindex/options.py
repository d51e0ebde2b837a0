"""The keyword arguments of the retriever and the query engine."""

from __future__ import annotations

from llama_index.core.callbacks import CallbackManager
from llama_index.core.vector_stores import MetadataFilters

from rag.question import FilterOptions


class EngineOptions(FilterOptions, total=False):
    """The fields of `rag.Filters`, and what LlamaIndex's own retrievers and engines take.

    Attributes:
        filters: conditions on `language`, `source` and `published`, see `rag.llamaindex.filters`; None: none.
        callback_manager: told about every query; None: nobody is.
    """

    filters: MetadataFilters | None
    callback_manager: CallbackManager | None


class RetrieverOptions(EngineOptions, total=False):
    """The same for a retriever.

    Attributes:
        similarity_top_k: passages a query, 1 to 1,000.
    """

    similarity_top_k: int | None
