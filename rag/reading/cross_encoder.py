"""Any cross-encoder of the user's as a reader, through sentence-transformers."""

from __future__ import annotations

import functools
import os
import threading
from collections.abc import Sequence
from typing import Any

from index.embedding.folders import label_of
from index.embedding.loading import load_model
from index.errors import ModelError

BATCH = 16


class CrossEncoderReader:
    """Runs a cross-encoder on the processor. Imports torch.

    Attributes:
        model_name: a folder's name, or the name on the hub.
    """

    def __init__(self, name: str, threads: int | None = None) -> None:
        """Load the model.

        Args:
            name: a folder, or a name on the Hugging Face hub.
            threads: processor cores to use; None takes `$FUNDSTELLE_THREADS`, else at most two.

        Raises:
            ModelError: there is no such model, it cannot be loaded, or it gives more than one score a pair.
        """
        self._model = load_model("CrossEncoder", name, threads)
        self.model_name = label_of(name)
        if self._model.num_labels != 1:
            message = f"{self.model_name} gives {self._model.num_labels} scores for a question and a passage."
            raise ModelError(message, "Name a cross-encoder for ranking, which gives one.")
        self._activation = _to_unit_interval(self._model.activation_fn)
        # The tokenizer cannot be used by two threads at a time.
        self._lock = threading.Lock()

    def scores(self, question: str, passages: Sequence[str]) -> list[float]:
        """How well each passage answers the question, in order: 0 (not at all) to 1."""
        if not passages:
            return []
        pairs = [(question, passage) for passage in passages]
        with self._lock:
            scores = self._model.predict(
                pairs, batch_size=BATCH, show_progress_bar=False, activation_fn=self._activation, convert_to_numpy=True
            )
        numbers: list[float] = scores.tolist()
        return numbers


def named_reader() -> CrossEncoderReader | None:
    """The cross-encoder that `$FUNDSTELLE_READER` names (loaded once a process); None when it names none.

    Raises:
        ModelError: there is no such model, it cannot be loaded, or it gives more than one score a pair.
    """
    name = os.environ.get("FUNDSTELLE_READER")
    return _load(name) if name else None


@functools.cache
def _load(name: str) -> CrossEncoderReader:
    return CrossEncoderReader(name)


def _to_unit_interval(activation: Any) -> Any:
    """The model's own activation; for one that leaves the logits as they are, the sigmoid."""
    import torch

    return torch.nn.Sigmoid() if isinstance(activation, torch.nn.Identity) else activation
