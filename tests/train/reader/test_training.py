"""What the training adds to the rows: noise."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace

from train.lessons import CLS, MASK, SEP
from train.reader.model import CrossEncoder
from train.reader.rows import Encoded, Row, Task, encode_rows
from train.reader.training import Stage, _plan, blotted


@settings(max_examples=25, deadline=None)
@given(share=st.floats(0.0, 1.0), seed=st.integers(0, 1000))
def test_only_words_are_blotted_out(share: float, seed: int) -> None:
    torch.manual_seed(seed)
    ids = torch.tensor([[CLS, 2000, 3000, SEP, 4000, SEP, 0, 0]])
    found = blotted(ids, share)
    words = ids > MASK
    assert (found[~words] == ids[~words]).all()
    assert ((found[words] == ids[words]) | (found[words] == MASK)).all()


def test_the_share_is_what_is_blotted_out() -> None:
    torch.manual_seed(0)
    ids = torch.full((100, 100), 2000)
    assert (blotted(ids, 0.0) == ids).all()
    assert (blotted(ids, 1.0) == MASK).all()
    assert (blotted(ids, 0.1) == MASK).float().mean().item() == pytest.approx(0.1, abs=0.01)
    assert (ids == 2000).all(), "the rows are read again in the next pass"


def test_a_stage_is_without_noise_unless_it_says_so() -> None:
    stage = Stage("real", 1e-4, 3e-4, 4)
    assert stage.noise == 0.0
    assert dataclasses.replace(stage, noise=0.1).after == {}


def test_dropping_spares_the_attention(tmp_path: Path, write_tiny_bert: Callable[[Path, int], None]) -> None:
    write_tiny_bert(tmp_path, 0)
    tiny_reader = CrossEncoder(tmp_path)
    tiny_reader.drop_inside(0.2)
    shares = {
        name: module.p for name, module in tiny_reader.body.named_modules() if isinstance(module, torch.nn.Dropout)
    }
    assert {share for name, share in shares.items() if "attention.self" in name} <= {0.0}
    assert {share for name, share in shares.items() if "attention.self" not in name} == {0.2}
    tiny_reader.drop_inside(0.0)
    assert tiny_reader.drop.p == 0.1, "the heads' own stays"


def test_a_stage_may_end_before_its_rows_do() -> None:
    tiny = Tokenizer(WordLevel({"[UNK]": 0, "[CLS]": 1, "[SEP]": 2}, unk_token="[UNK]"))
    tiny.pre_tokenizer = Whitespace()
    rows = [Row("read", "Wann?", f"Am Montag {'und so ' * 100}", False) for _ in range(200)]
    encoded: dict[Task, Encoded] = {"read": encode_rows(tiny, rows)}
    everything = _plan(Stage("all", 1e-4, 3e-4, 1), encoded)
    assert _plan(Stage("some", 1e-4, 3e-4, 1, most=2), encoded) == everything[:2]
    assert len(everything) > 2
