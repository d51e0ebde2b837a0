"""Load an exported model's ONNX graph."""

from __future__ import annotations

from pathlib import Path

import onnxruntime
from onnxruntime.capi import onnxruntime_pybind11_state as native

LOAD_ERRORS = (
    OSError,
    ValueError,
    KeyError,
    TypeError,
    # What onnxruntime raises for a file that is no sound model; its errors have no base class of their own.
    native.Fail,
    native.InvalidArgument,
    native.InvalidGraph,
    native.InvalidProtobuf,
    native.NoSuchFile,
    native.NotImplemented,
    native.RuntimeException,
)
"""What loading a damaged or incomplete folder raises."""


def load_session(path: Path, threads: int) -> onnxruntime.InferenceSession:
    """Load a graph for the processor.

    Args:
        path: the `.onnx` file.
        threads: processor cores to use.

    Raises:
        one of LOAD_ERRORS.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # A thread that spins while it waits takes the core from the one it waits for, on a busy machine with few cores.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
