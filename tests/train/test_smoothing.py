from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from onnx import numpy_helper

from index.embedding.tracing import Pooled
from train.initialise import load_bert
from train.onnx_export import export_int8
from train.smoothing import Smoothed, smooth

TOKENS = torch.randint(5, 60, (4, 12), generator=torch.Generator().manual_seed(3))


@pytest.fixture
def bert(tmp_path: Path, write_tiny_bert: Callable[[Path, int], None]) -> torch.nn.Module:
    """A random two-layer body with one channel far larger than the rest, as trained ones have."""
    write_tiny_bert(tmp_path / "body", 0)
    model: torch.nn.Module = load_bert(tmp_path / "body", attention="sdpa").eval()
    for name, weights in model.named_parameters():
        if name.endswith("LayerNorm.weight"):
            weights.data[3] = 25.0
    return model


def vectors(model: torch.nn.Module) -> torch.Tensor:
    with torch.no_grad():
        found: torch.Tensor = Pooled(model)(TOKENS, torch.ones_like(TOKENS))
    return found


def run(model: torch.nn.Module) -> None:
    model(input_ids=TOKENS, attention_mask=torch.ones_like(TOKENS))


def test_smoothing_changes_no_result(bert: torch.nn.Module) -> None:
    before = vectors(bert)
    smooth(bert, lambda: run(bert))
    assert sum(isinstance(module, Smoothed) for module in bert.modules()) == 12
    assert torch.allclose(vectors(bert), before, atol=1e-5)


def exported(model: torch.nn.Module, path: Path) -> torch.Tensor:
    inputs = {"input_ids": TOKENS, "attention_mask": torch.ones_like(TOKENS)}
    export_int8(Pooled(model), inputs, {"embedding": {0: "batch"}}, path)
    session = onnxruntime.InferenceSession(str(path))
    return torch.from_numpy(session.run(None, {name: value.numpy() for name, value in inputs.items()})[0])


def test_smoothing_brings_eight_bits_nearer(bert: torch.nn.Module, tmp_path: Path) -> None:
    full = vectors(bert)
    plain = (exported(bert, tmp_path / "plain.onnx") * full).sum(dim=1)
    smooth(bert, lambda: run(bert))
    smoothed = (exported(bert, tmp_path / "smooth.onnx") * full).sum(dim=1)
    assert smoothed.mean() > plain.mean()
    assert smoothed.min() > 0.995


def test_the_table_has_a_scale_a_row(bert: torch.nn.Module, tmp_path: Path) -> None:
    table = bert.get_parameter("embeddings.word_embeddings.weight")
    table.data[7] *= 100
    exported(bert, tmp_path / "m.onnx")
    tensors = {t.name: numpy_helper.to_array(t) for t in onnx.load(str(tmp_path / "m.onnx")).graph.initializer}
    whole = next(value for name, value in tensors.items() if name.endswith("word_embeddings.weight.int8"))
    scales = next(value for name, value in tensors.items() if name.endswith("word_embeddings.weight.scale"))
    assert whole.dtype == np.int8
    restored = whole * scales
    error = np.abs(restored - table.detach().numpy()).max(axis=1)
    assert (error <= scales[:, 0] / 2 + 1e-6).all()
    assert scales[7, 0] > 20 * np.median(scales)
