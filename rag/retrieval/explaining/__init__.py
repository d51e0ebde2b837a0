"""A search explained: the stages that `rag.retrieval.retriever` went through, as records for people and programs."""

from rag.retrieval.explaining.explain import explain

__all__ = ["explain"]
