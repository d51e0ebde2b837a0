"""A question to ranked passages: candidates by keyword and by vector, fused per direction."""

from rag.retrieval.hits import Hit
from rag.retrieval.retriever import retrieve

__all__ = ["Hit", "retrieve"]
