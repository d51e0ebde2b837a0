"""An exported sentence-transformers model on onnxruntime, without torch: how the default embedder runs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from index.embedding.export import CARD_FILE, MODEL_FILE, TOKENIZER_FILE
from index.embedding.onnx_session import LOAD_ERRORS, load_session
from index.embedding.prompts import Prompts
from index.embedding.threads import thread_limit
from index.embedding.tokenizer_file import load_tokenizer
from index.errors import ModelError

PREPARE_AGAIN = "Delete that folder; the next run prepares the model again."


class OnnxEmbedder:
    """Runs the exported model; fits LlamaIndex's `BaseEmbedding` interface (see `interface.py`).

    Texts are embedded one at a time: 8-bit arithmetic scales by the largest value in a batch, so that a text's vector
    would depend on its neighbours, and on two cores a batch is not faster than its parts without padding.

    Attributes:
        model_name: the model's name.
        fingerprint: 16 hex digits, equal for equal weights, tokenizer and export.
        max_tokens: longer texts are cut there.
        dimension: length of a vector.
        prompts: put before questions and passages.
        parallel: passages to embed at a time, see `ParallelEmbedder`; as many as processor cores to use.
    """

    def __init__(self, folder: Path, name: str, threads: int | None = None, *, remedy: str = PREPARE_AGAIN) -> None:
        """Load the model.

        Args:
            folder: what `export_model` has written, in the cache or in a model's own folder.
            name: the model's name, for people.
            threads: processor cores to use; None takes `$FUNDSTELLE_THREADS`, else at most two.
            remedy: what to do when the folder is damaged.

        Raises:
            ModelError: a file is missing or unreadable.
        """
        try:
            card = json.loads((folder / CARD_FILE).read_text(encoding="utf-8"))
            self.fingerprint: str = card["fingerprint"]
            self.max_tokens: int = card["max_tokens"]
            self.dimension: int = card["dimension"]
            self.prompts = Prompts(**card.get("prompts", {}))
            self._tokenizer = load_tokenizer(folder / TOKENIZER_FILE)
            self.parallel = threads or thread_limit()
            self._session = load_session(folder / MODEL_FILE, self.parallel)
        except LOAD_ERRORS as error:
            raise ModelError(f"cannot load the embedding model from {folder}: {error}.", remedy) from error
        self.model_name = name

    def get_query_embedding(self, query: str) -> list[float]:
        """Embed a question: `dimension` floats, length 1."""
        return self._embed(self.prompts.query + query)

    def get_text_embedding_batch(self, texts: list[str]) -> list[list[float]]:
        """Embed passages: one unit vector a text, in order."""
        return [self._embed(self.prompts.passage + text) for text in texts]

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Tokens of each text as a passage before any cutting, special tokens and the prompt included."""
        prompted = [self.prompts.passage + text for text in texts]
        return [len(encoding.ids) for encoding in self._tokenizer.encode_batch(prompted)]

    def _embed(self, text: str) -> list[float]:
        tokens = self._tokenizer.encode(text).ids
        if len(tokens) > self.max_tokens:
            tokens = [*tokens[: self.max_tokens - 1], tokens[-1]]  # the last one closes the text
        ids = np.array([tokens], dtype=np.int64)
        inputs = {"input_ids": ids, "attention_mask": np.ones_like(ids)}
        vector: list[float] = self._session.run(None, inputs)[0][0].tolist()
        return vector
