"""The embedder's interface: the part of LlamaIndex's `BaseEmbedding` that Fundstelle calls.

It is spelt as a protocol, so that asking a question does not pay for importing LlamaIndex (1.3 s); every
`BaseEmbedding` satisfies it and can be passed wherever an `Embedder` is asked for.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]

PROBE = "Fundstelle: 14. September 2023"


@runtime_checkable
class Embedder(Protocol):
    """Turns questions and passages into vectors of one space.

    Attributes:
        model_name: what people call the model; part of the fingerprint.
    """

    model_name: str

    def get_query_embedding(self, query: str) -> list[float]:
        """Embed a question: `dimension` floats."""
        ...

    def get_text_embedding_batch(self, texts: list[str]) -> list[list[float]]:
        """Embed passages: one vector a text, in order."""
        ...


@runtime_checkable
class TokenCounter(Protocol):
    """What an embedder with a known tokenizer offers besides: its limit, counted its own way.

    Attributes:
        max_tokens: tokens a text may have, special tokens included; the rest is cut off.
    """

    max_tokens: int

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Tokens of each text, special tokens included."""
        ...


class LocalEmbedder(Embedder, TokenCounter, Protocol):
    """What `default_embedder` returns: a model on this machine, which knows all about itself.

    Attributes:
        fingerprint: 16 hex digits that change when its vectors do.
        dimension: length of a vector.
    """

    fingerprint: str
    dimension: int


def embed_passages(embedder: Embedder, texts: Sequence[str]) -> Vectors:
    """Embed passages as unit vectors.

    Returns:
        float32 array of shape (len(texts), dimension), each row of length 1 (a zero vector stays zero).
    """
    return _unit(np.asarray(embedder.get_text_embedding_batch(list(texts)), dtype=np.float32))


def embed_question(embedder: Embedder, question: str) -> Vectors:
    """Embed a question as a unit vector of shape (dimension,)."""
    vector: Vectors = _unit(np.asarray([embedder.get_query_embedding(question)], dtype=np.float32))[0]
    return vector


def embed_meaning(embedder: Embedder, texts: Sequence[str]) -> Vectors:
    """Embed several questions (at least one) as one unit vector of shape (dimension,): the direction of their mean."""
    vectors = np.stack([embed_question(embedder, text) for text in texts])
    unit: Vectors = _unit(vectors.mean(axis=0, keepdims=True))[0]
    return unit


def fingerprint_of(embedder: Embedder) -> str:
    """Name what makes vectors comparable: 16 hex digits that change when the model does.

    An embedder may know its own (`fingerprint`); any other is probed.
    """
    own = getattr(embedder, "fingerprint", None)
    return own if isinstance(own, str) else probe_fingerprint(embedder)


def probe_fingerprint(embedder: Embedder) -> str:
    """Name a model by what it does: its class, its name and the vector that it gives to a fixed text.

    The vector is rounded, so that another machine's arithmetic does not matter.
    """
    probe = np.round(embed_passages(embedder, [PROBE])[0], 2) + 0.0
    label = f"{type(embedder).__qualname__}|{embedder.model_name}|{probe.shape[0]}|"
    return hashlib.sha256(label.encode() + probe.astype(np.float32).tobytes()).hexdigest()[:16]


def _unit(vectors: Vectors) -> Vectors:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: Vectors = (vectors / np.where(lengths == 0.0, 1.0, lengths)).astype(np.float32)
    return unit
