"""The weights of an exported cross-encoder, read back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import onnx
import pytest
import torch

from rag.reading.reader import FOLDER
from train.onnx_export import export_int8
from train.reader.export import Flat
from train.reader.model import CrossEncoder
from train.reader.shipped import shipped_state
from train.reader.states import state_of
from train.smoothing import smooth
from train.workspace import Workspace

INPUTS = {
    "input_ids": torch.ones(2, 9, dtype=torch.long),
    "attention_mask": torch.ones(2, 9, dtype=torch.long),
    "token_type_ids": torch.tensor([[0, 0, 0, 0, 1, 1, 1, 1, 1]] * 2),
}


def _export(model: CrossEncoder, path: Path) -> None:
    ends = {0: "batch", 1: "tokens"}
    outputs = {"answerable": {0: "batch"}, "start": ends, "end": ends, "support": {0: "batch"}}
    smooth(model.body, lambda: model(*INPUTS.values()))
    export_int8(Flat(model), INPUTS, outputs, path)


@pytest.fixture
def exported(tmp_path: Path, write_tiny_bert: Callable[[Path, int], None]) -> tuple[dict[str, torch.Tensor], Path]:
    """A small model's weights, and its file."""
    write_tiny_bert(tmp_path / "bert", 0)
    model = CrossEncoder(tmp_path / "bert").eval()
    torch.manual_seed(0)
    with torch.no_grad():
        for weights in model.parameters():
            weights.add_(0.05 * torch.randn_like(weights))  # equal ones would be stored once
    state = {name: weights.clone() for name, weights in model.state_dict().items()}
    _export(model, tmp_path / "model.onnx")
    return state, tmp_path / "model.onnx"


def test_what_was_exported_is_read_back_but_for_the_rounding(exported: tuple[dict[str, torch.Tensor], Path]) -> None:
    state, path = exported
    found = shipped_state(path)
    assert set(found) == set(state)
    for name, weights in state.items():
        assert found[name].shape == weights.shape, name
        # what enters a channel seldom is rounded coarsely
        assert float((found[name] - weights).norm()) <= 0.2 * float(weights.norm()), name


def test_the_shipped_reader_can_be_learned_from() -> None:
    state = shipped_state(FOLDER / "model.int8.onnx")
    assert state["judge.0.weight"].shape == (384, 768)
    assert all(torch.isfinite(weights).all() for weights in state.values())


def test_another_models_file_is_refused(exported: tuple[dict[str, torch.Tensor], Path], tmp_path: Path) -> None:
    model = onnx.load(str(exported[1]))
    for tensor in model.graph.initializer:
        if tensor.name.endswith(".query.linear.bias"):
            for node in model.graph.node:
                node.input[:] = ["other" if name == tensor.name else name for name in node.input]
            tensor.name = "other"
            break
    onnx.save(model, str(tmp_path / "other.onnx"))
    with pytest.raises(ValueError, match="no exported cross-encoder"):
        shipped_state(tmp_path / "other.onnx")


def test_it_stands_in_for_the_stages_that_left_nothing(
    exported: tuple[dict[str, torch.Tensor], Path], tmp_path: Path
) -> None:
    state, path = exported
    torch.save({name: weights + 1.0 for name, weights in state.items()}, tmp_path / "reader.last.pt")
    space = Workspace(tmp_path, tmp_path)
    found = state_of(space, {"last": 0.5, "over": 0.25, "more": 0.25}, path)
    near = float(state["span.bias"].abs().max()) / 50 + 1e-5
    assert torch.allclose(found["span.bias"], state["span.bias"] + 0.5, atol=near)
    with pytest.raises(SystemExit, match=r"train\.reader"):
        state_of(space, {"last": 0.5, "over": 0.5})
