"""The keyword side: how text becomes terms, and the BM25 index over them."""

from index.keywords.analyzer import analyze
from index.keywords.bm25 import KeywordIndex, write_keywords
from index.keywords.question import question_terms

__all__ = ["KeywordIndex", "analyze", "question_terms", "write_keywords"]
