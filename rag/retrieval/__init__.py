"""A question to ranked passages: candidates by keyword and by vector, fused per direction."""

from rag.retrieval.retriever import Hit, retrieve

__all__ = ["Hit", "retrieve"]
