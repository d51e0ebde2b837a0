"""A torch module to an int8 ONNX file: matrices a channel at a time, the input vectors a piece at a time."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from index.embedding.tracing import quantise, trace

_LEVELS = 127


def export_int8(
    module: torch.nn.Module,
    inputs: Mapping[str, torch.Tensor],
    outputs: Mapping[str, Mapping[int, str]],
    path: Path,
) -> None:
    """Trace, quantise and write a module.

    Args:
        module: called with the inputs in order; returns the outputs in order.
        inputs: names and samples of shape (batch, tokens).
        outputs: names and their axes of variable length.
        path: the file to write.
    """
    with tempfile.TemporaryDirectory() as scratch:
        full, slim = Path(scratch) / "full.onnx", Path(scratch) / "slim.onnx"
        trace(module, inputs, outputs, full)
        model = onnx.load(str(full))
        quantise_table(model)
        onnx.save(model, str(slim))
        quantise(slim, path, operations=("MatMul",))


def quantise_table(model: onnx.ModelProto) -> None:
    """Store the largest looked-up table as int8 with one scale a row.

    onnxruntime's own quantiser has one scale for the whole table; rows of rare and of common pieces differ in size, and
    the small ones would lose most of their digits.
    """
    graph = model.graph
    tables = {node.input[0]: node for node in graph.node if node.op_type == "Gather"}
    weights = {tensor.name: tensor for tensor in graph.initializer if tensor.name in tables}
    name = max(weights, key=lambda key: int(np.prod(weights[key].dims)))
    table = numpy_helper.to_array(weights[name]).astype(np.float32)
    scales = np.maximum(np.abs(table).max(axis=1, keepdims=True), 1e-12) / _LEVELS
    whole = np.clip(np.rint(table / scales), -_LEVELS, _LEVELS).astype(np.int8)
    gather = tables[name]
    nodes = [
        helper.make_node("Gather", [f"{name}.int8", gather.input[1]], [f"{name}.rows"], name="table_rows", axis=0),
        helper.make_node("Cast", [f"{name}.rows"], [f"{name}.float"], name="table_float", to=TensorProto.FLOAT),
        helper.make_node("Gather", [f"{name}.scale", gather.input[1]], [f"{name}.scales"], name="table_scales", axis=0),
        helper.make_node("Mul", [f"{name}.float", f"{name}.scales"], [gather.output[0]], name="table_vectors"),
    ]
    place = list(graph.node).index(gather)
    graph.node.remove(gather)
    for offset, node in enumerate(nodes):
        graph.node.insert(place + offset, node)
    graph.initializer.remove(weights[name])
    graph.initializer.append(numpy_helper.from_array(whole, f"{name}.int8"))
    graph.initializer.append(numpy_helper.from_array(scales.astype(np.float32), f"{name}.scale"))
