from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer, models, pre_tokenizers

from train.tokens import Sentences
from train.tune import POOL, QUESTIONS, Asked, _draw, read_questions


def tokenizer() -> Tokenizer:
    words = {word: index for index, word in enumerate(["[UNK]", "wer", "kam", "?", "anna", ".", "bob", "ging"])}
    found = Tokenizer(models.WordLevel(words, unk_token="[UNK]"))
    found.pre_tokenizer = pre_tokenizers.Whitespace()
    return found


def test_half_of_the_passages_are_cut_to_the_sentence_that_answers(tmp_path: Path) -> None:
    row = {"question": "wer kam ?", "passage": "bob ging . anna kam .", "answerable": True, "sentence": [11, 21]}
    miss = {**row, "answerable": False, "sentence": None}
    path = tmp_path / "questions.jsonl"
    path.write_text("\n".join(map(json.dumps, [row, miss] * 200)), encoding="utf-8")
    asked = read_questions(path, tokenizer())
    assert len(asked.questions) == 200
    lengths = asked.passages.lengths.tolist()
    assert set(lengths) == {3, 6}
    assert 60 < lengths.count(3) < 140


def test_a_draw_uses_each_row_once_and_keeps_like_lengths_together() -> None:
    lengths = np.random.default_rng(1).integers(1, 90, 3000)
    passages = Sentences(np.zeros(lengths.sum(), dtype=np.uint16), np.cumsum([0, *lengths], dtype=np.int64))
    steps = [_draw(Asked(passages, passages), step) for step in range(POOL)]
    rows = np.concatenate(steps)
    assert len(rows) == len(set(rows.tolist())) == POOL * QUESTIONS
    spread = [int(lengths[step].max() - lengths[step].min()) for step in steps]
    assert max(spread) < 25
