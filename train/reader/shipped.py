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

_BODY = "model."
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
    named = {name.removeprefix(_BODY): value for name, value in numbers.items() if name.startswith(_BODY)}
    state = {
        name.replace(".linear.bias", ".bias"): value
        for name, value in named.items()
        if name.endswith((".weight", ".bias"))
    }
    state[_TABLE] = named[f"{_TABLE}.int8"] * named[f"{_TABLE}.scale"]
    for layer, inputs in _layers(graph).items():
        matrix = _matrix(numbers, inputs[1].removesuffix("_quantized"))
        inverse = numbers.get(f"{_BODY}{layer}{_SMOOTHED}")
        state[f"{layer}.weight"] = (matrix if inverse is None else matrix * inverse[:, None]).T
    return {name: torch.from_numpy(np.array(value, dtype=np.float32)) for name, value in state.items()}


def _layers(graph: onnx.GraphProto) -> dict[str, list[str]]:
    """The inputs of each integer product, by the name of the layer whose bias is added to it."""
    maker = {output: node for node in graph.node for output in node.output}
    found: dict[str, list[str]] = {}
    for node in graph.node:
        if node.op_type != "Add":
            continue
        bias = [name for name in node.input if name.startswith(_BODY) and name.endswith(".bias")]
        above = [name for name in node.input if name in maker]
        while above and bias:
            product = maker[above.pop()]
            if product.op_type == "MatMulInteger":
                layer = bias[0].removeprefix(_BODY).removesuffix(".bias").removesuffix(".linear")
                found[layer] = list(product.input)
                break
            above += [name for name in product.input if name in maker and product.op_type in ("Mul", "Cast")]
    products = sum(node.op_type == "MatMulInteger" for node in graph.node)
    if len(found) != products:
        raise ValueError(f"{len(found)} of {products} matrices belong to a layer: this is no exported cross-encoder")
    return found


def _matrix(numbers: dict[str, NDArray[np.generic]], name: str) -> NDArray[np.float32]:
    """A matrix of shape (in, out) from its whole numbers, one scale and zero point a column."""
    whole, zero, scale = (numbers[f"{name}_{part}"].astype(np.float32) for part in ("quantized", "zero_point", "scale"))
    matrix: NDArray[np.float32] = (whole - zero) * scale
    return matrix
