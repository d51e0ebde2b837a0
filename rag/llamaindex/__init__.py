"""Fundstelle inside LlamaIndex: a retriever, a query engine and a chat engine for pipelines and agents of others."""

from rag.llamaindex.chat_engine import FundstelleChatEngine
from rag.llamaindex.query_engine import FundstelleQueryEngine
from rag.llamaindex.retriever import FundstelleRetriever

__all__ = ["FundstelleChatEngine", "FundstelleQueryEngine", "FundstelleRetriever"]
