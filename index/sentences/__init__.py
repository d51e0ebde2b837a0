"""Sentences of German and English news texts: exact spans, and what kind of line each of them is."""

from index.sentences.characters import trim
from index.sentences.kinds import SentenceKind, sentence_kind
from index.sentences.splitter import split_sentences

__all__ = ["SentenceKind", "sentence_kind", "split_sentences", "trim"]
