from __future__ import annotations

from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer, models, pre_tokenizers

from train.lessons import CLS, SEP, length_batches, padded
from train.tokens import Sentences, load_sentences, save_sentences, tokenise


def sentences(lengths: list[int]) -> Sentences:
    ids = np.arange(sum(lengths), dtype=np.uint16)
    return Sentences(ids, np.cumsum([0, *lengths], dtype=np.int64))


def test_texts_become_ids_end_to_end(tmp_path: Path) -> None:
    tokenizer = Tokenizer(models.WordLevel({"[UNK]": 0, "ja": 1, "nein": 2}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    found = tokenise(tokenizer, ["ja nein", "", "nein ja ja"])
    assert [found[row].tolist() for row in range(len(found))] == [[1, 2], [], [2, 1, 1]]
    assert found.lengths.tolist() == [2, 0, 3]
    save_sentences(found, tmp_path / "s.npz")
    again = load_sentences(tmp_path / "s.npz")
    assert again.ids.tolist() == found.ids.tolist()
    assert again.starts.tolist() == found.starts.tolist()


@given(st.lists(st.integers(0, 60), min_size=1, max_size=80), st.integers(62, 400))
def test_every_row_is_in_one_batch_and_none_is_too_large(lengths: list[int], tokens: int) -> None:
    batches = length_batches(sentences(lengths).lengths, tokens, longest=40)
    assert sorted(np.concatenate(batches).tolist()) == list(range(len(lengths)))
    for batch in batches:
        widest = min(40, max(lengths[row] for row in batch) + 2)
        assert len(batch) == 1 or len(batch) * widest <= tokens


def test_padding_frames_and_cuts() -> None:
    ids, mask = padded(sentences([2, 5]), np.array([0, 1]), longest=6)
    assert ids.tolist() == [[CLS, 0, 1, SEP, 0, 0], [CLS, 2, 3, 4, 5, SEP]]
    assert mask.tolist() == [[1, 1, 1, 1, 0, 0], [1] * 6]
