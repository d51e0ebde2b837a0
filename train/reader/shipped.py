"""The weights of a shipped cross-encoder as floating-point numbers again.

What training leaves in the work folder is not kept with the project, its result is: a new lot of articles is learned
from the reader as shipped, without the hours before it. Rounding to 8 bits a channel costs less than a batch teaches.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

_PREFIX = "model."
_SMOOTHED = ".inverse"
_TABLE = "body.embeddings.word_embeddings.weight"


def shipped_state(path: Path) -> dict[str, torch.Tensor]:
    """The state of a `CrossEncoder` as `train.reader.export` wrote it.

    Args:
        path: the ONNX file, its matrices int8 by channel and smoothed (`train.smoothing`).

    Raises:
        ValueError: a matrix of the file belongs to no layer.
    """
    graph = onnx.load(str(path)).graph
    numbers = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    named = {name.removeprefix(_PREFIX): value for name, value in numbers.items() if name.startswith(_PREFIX)}
    state = {
        name.replace(".linear.bias", ".bias"): value
        for name, value in named.items()
        if name.endswith((".weight", ".bias"))
    }
    state[_TABLE] = named[f"{_TABLE}.int8"] * named[f"{_TABLE}.scale"]
    for layer, name in _layers(graph).items():
        matrix = _matrix(numbers, name.removesuffix("_quantized"))
        inverse = numbers.get(f"{_PREFIX}{layer}{_SMOOTHED}")
        state[f"{layer}.weight"] = (matrix if inverse is None else matrix * inverse[:, None]).T
    return {name: torch.from_numpy(np.array(value, dtype=np.float32)) for name, value in state.items()}


def _layers(graph: onnx.GraphProto) -> dict[str, str]:
    """The name of each integer product's matrix, by the layer whose bias is added to the product."""
    user = {name: node for node in graph.node for name in node.input}
    found = {}
    for product in graph.node:
        if product.op_type != "MatMulInteger":
            continue
        node = product
        while node.op_type in ("MatMulInteger", "Cast", "Mul"):  # whole numbers, made numbers with a fraction, scaled
            node = user[node.output[0]]
        bias = next((name for name in node.input if name.startswith(_PREFIX) and name.endswith(".bias")), None)
        if bias is None:
            raise ValueError(f"{product.name} belongs to no layer: this is no exported cross-encoder")
        found[bias.removeprefix(_PREFIX).removesuffix(".bias").removesuffix(".linear")] = product.input[1]
    return found


def _matrix(numbers: dict[str, NDArray[np.generic]], name: str) -> NDArray[np.float32]:
    """A matrix of shape (in, out) from its whole numbers, one scale and zero point a column."""
    whole, zero, scale = (numbers[f"{name}_{part}"].astype(np.float32) for part in ("quantized", "zero_point", "scale"))
    matrix: NDArray[np.float32] = (whole - zero) * scale
    return matrix
