"""Any sentence-transformers model as an embedder, with its own prompts, tokenizer and limit. Imports torch."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Sequence
from typing import Any

from tokenizers import Tokenizer

from index.embedding.folders import fingerprint_of_folder, label_of, named_folder, names_of
from index.embedding.interface import probe_fingerprint
from index.embedding.loading import load_model, revision_of
from index.embedding.prompts import Prompts, declared_prompts, known_prompts

BATCH = 16
MOST_TOKENS = 8192
"""Taken for the limit of a model that has none."""


class SentenceTransformerEmbedder:
    """Runs a sentence-transformers model on the processor; fits LlamaIndex's `BaseEmbedding` interface.

    Questions go through `encode_query`, passages through `encode_document`. The prompts are those that the model's
    configuration declares; where it declares none, those of well-known models (see `prompts.py`). Vectors are as the
    model gives them, normalised or not: the index normalises all.

    Attributes:
        model_name: a folder's name, or the name on the hub.
        fingerprint: 16 hex digits: of a folder's content, of a hub model's revision.
        max_tokens: longer texts are cut there, prompt included.
        dimension: length of a vector.
        prompts: put before questions and passages.
    """

    def __init__(self, name: str, threads: int | None = None) -> None:
        """Load the model.

        Args:
            name: a folder, or a name on the Hugging Face hub.
            threads: processor cores to use; None takes `$FUNDSTELLE_THREADS`, else at most two.

        Raises:
            ModelError: there is no such model, or it cannot be loaded.
        """
        self._model = load_model("SentenceTransformer", name, threads)
        # The tokenizer cannot be used by two threads at a time.
        self._lock = threading.Lock()
        self.model_name = label_of(name)
        declared = declared_prompts(self._model.prompts)
        self.prompts: Prompts = declared if any(declared) else known_prompts(names_of(name))
        self.max_tokens: int = int(min(self._model.max_seq_length or MOST_TOKENS, MOST_TOKENS))
        self.dimension: int = len(self.get_query_embedding("."))
        self.fingerprint: str = self._fingerprint(name)

    def get_query_embedding(self, query: str) -> list[float]:
        """Embed a question: `dimension` floats."""
        return self._embed(self._model.encode_query, [query], self.prompts.query)[0]

    def get_text_embedding_batch(self, texts: list[str]) -> list[list[float]]:
        """Embed passages: one vector a text, in order; batched by length."""
        return self._embed(self._model.encode_document, texts, self.prompts.passage)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Tokens of each text as a passage before any cutting, special tokens and the prompt included."""
        prompted = [self.prompts.passage + text for text in texts]
        if not prompted:
            return []
        tokenizer = self._model.tokenizer
        with self._lock:
            if isinstance(tokenizer, Tokenizer):
                return [len(encoding.ids) for encoding in tokenizer.encode_batch(prompted, add_special_tokens=False)]
            counted = tokenizer(prompted, truncation=False, padding=False, verbose=False)["input_ids"]
            return [len(ids) for ids in counted]

    def _embed(self, encode: Callable[..., Any], texts: list[str], prompt: str) -> list[list[float]]:
        if not texts:
            return []
        with self._lock:
            vectors = encode(texts, prompt=prompt, batch_size=BATCH, show_progress_bar=False, convert_to_numpy=True)
        numbers: list[list[float]] = vectors.tolist()
        return numbers

    def _fingerprint(self, name: str) -> str:
        folder = named_folder(name)
        if folder is not None:
            return fingerprint_of_folder(folder)
        revision = revision_of(type(self._model), name)
        if revision is None:
            return probe_fingerprint(self)
        return hashlib.sha256(f"{name}|{revision}|{self.prompts!r}".encode()).hexdigest()[:16]
