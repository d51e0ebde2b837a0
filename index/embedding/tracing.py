"""A torch module to an ONNX file, and that to 8 bits. Imports torch: import this where there is something to export."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import torch

_OPSET = 17


class Pooled(torch.nn.Module):
    """A transformer with mean pooling and unit length in the graph."""

    def __init__(self, body: Any) -> None:
        super().__init__()
        self.body = body

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        """Unit vectors of shape (batch, dimension)."""
        hidden = self.body(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        mask = attention_mask.unsqueeze(-1).to(hidden.dtype)
        mean = (hidden * mask).sum(1) / mask.sum(1).clamp(min=1e-9)
        return torch.nn.functional.normalize(mean, dim=1)


def trace(
    module: torch.nn.Module,
    inputs: Mapping[str, torch.Tensor],
    outputs: Mapping[str, Mapping[int, str]],
    path: Path,
) -> None:
    """Write a module as ONNX.

    Args:
        module: called with the inputs in order; returns the outputs in order.
        inputs: names and samples of shape (batch, tokens).
        outputs: names and their axes of variable length.
        path: the file to write.
    """
    axes: dict[str, dict[int, str]] = {name: {0: "batch", 1: "tokens"} for name in inputs}
    axes |= {name: dict(variable) for name, variable in outputs.items()}
    with warnings.catch_warnings():
        # The tracing exporter is deprecated, yet it is the one that needs no further package.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            module.eval(),
            tuple(inputs.values()),
            str(path),
            input_names=list(inputs),
            output_names=list(outputs),
            dynamic_axes=axes,
            opset_version=_OPSET,
            dynamo=False,
        )


def quantise(full: Path, target: Path, operations: Sequence[str] | None = None) -> None:
    """Quantise the weights a channel at a time; a tensor at a time costs retrieval quality.

    Args:
        full: the ONNX file in float32.
        target: the file to write.
        operations: the kinds of node to quantise; None takes all that can be.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic

    root_level = logging.getLogger().level
    logging.getLogger().setLevel(logging.ERROR)  # the quantiser logs advice to the root logger
    kinds = list(operations) if operations else None
    try:
        quantize_dynamic(
            str(full), str(target), per_channel=True, weight_type=QuantType.QInt8, op_types_to_quantize=kinds
        )
    finally:
        logging.getLogger().setLevel(root_level)
