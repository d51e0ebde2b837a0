"""Fundstelle inside LlamaIndex: a retriever and a query engine for pipelines and agents of the user's own."""

from rag.llamaindex.query_engine import FundstelleQueryEngine
from rag.llamaindex.retriever import FundstelleRetriever

__all__ = ["FundstelleQueryEngine", "FundstelleRetriever"]
