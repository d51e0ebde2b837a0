from __future__ import annotations

import gzip
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer, models, pre_tokenizers

from rag.reading.reader import best_span
from train.lessons import CLS, SEP
from train.reader.evaluate import token_f1
from train.reader.rows import LONGEST, Row, collate, encode_rows, is_held_out, mlqa


def words(*known: str) -> Tokenizer:
    tokenizer = Tokenizer(models.WordLevel({word: n for n, word in enumerate(["[UNK]", *known])}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    return tokenizer


PASSAGE = "Anna kam am Montag"


def test_an_answer_becomes_tokens() -> None:
    row = Row("read", "wann kam Anna", PASSAGE, True, PASSAGE.index("am Montag"), len(PASSAGE))
    encoded = encode_rows(words("wann", "kam", "Anna", "am", "Montag"), [row])
    assert encoded.ids[0].tolist() == [CLS, 1, 2, 3, SEP, 3, 2, 4, 5, SEP]
    assert encoded.cuts.tolist() == [5]
    assert encoded.spans.tolist() == [[7, 8]]
    assert encoded.labels.tolist() == [True]


def test_an_answer_beyond_the_cut_is_none() -> None:
    passage = "x " * LONGEST + "Montag"
    row = Row("read", "wann", passage, True, len(passage) - 6, len(passage))
    encoded = encode_rows(words("x", "Montag"), [row])
    assert len(encoded.ids[0]) == LONGEST
    assert encoded.spans.tolist() == [[-1, -1]]


def test_pairs_are_padded_and_the_second_text_marked() -> None:
    rows = [Row("verify", "a", "b", True), Row("verify", "a", "b b b", False)]
    ids, mask, types = collate(encode_rows(words("a", "b"), rows), [0, 1])
    assert ids.tolist() == [[CLS, 1, SEP, 2, SEP, 0, 0], [CLS, 1, SEP, 2, 2, 2, SEP]]
    assert mask.tolist() == [[1, 1, 1, 1, 1, 0, 0], [1] * 7]
    assert types.tolist() == [[0, 0, 0, 1, 1, 0, 0], [0, 0, 0, 1, 1, 1, 1]]


def write_mlqa(folder: Path, language: str, rows: Sequence[Mapping[str, object]]) -> None:
    with gzip.open(folder / f"mlqa.dev.{language}.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write("\n".join(map(json.dumps, rows)))


def test_of_two_places_the_one_among_the_questions_words_is_the_answer(tmp_path: Path) -> None:
    english = "In 1998 it rained. " + "Nothing happened for long. " * 12 + "The tower was built in 1998."
    german = "Der Turm entstand 1998."
    row = {
        "id": "1",
        "title": "Tower",
        "question": "When was the tower built?",
        "context": english,
        "answers": ["1998"],
    }
    write_mlqa(tmp_path, "en", [row, {**row, "id": "2"}])
    write_mlqa(tmp_path, "de", [{**row, "title": "Turm", "question": "Wann entstand der Turm?", "context": german}])
    found = mlqa(tmp_path)
    assert [(q.asked, q.written, q.identifier) for q in found] == [
        ("de", "de", "1"),
        ("en", "de", "1"),
        ("de", "en", "1"),
        ("en", "en", "1"),
        ("en", "en", "2"),
    ]
    assert {q.start for q in found if q.written == "en"} == {english.rindex("1998")}
    assert len({is_held_out(q) for q in found}) == 1


def test_an_answer_that_is_not_in_the_passage_is_an_error(tmp_path: Path) -> None:
    row = {"id": "1", "title": "T", "question": "q", "context": "c", "answers": ["x"]}
    write_mlqa(tmp_path, "en", [row])
    write_mlqa(tmp_path, "de", [])
    with pytest.raises(ValueError, match="question 1"):
        mlqa(tmp_path)


def test_the_likeliest_span_goes_forwards_and_is_short() -> None:
    start = np.array([0.0, 0.1, 5.0, 0.0], dtype=np.float32)
    end = np.array([9.0, 0.0, 0.0, 3.0], dtype=np.float32)
    assert best_span(start, end) == (0, 0)
    assert best_span(start, np.array([0.0, 0.0, 0.0, 3.0], dtype=np.float32)) == (2, 3)


@pytest.mark.parametrize(
    ("found", "right", "score"),
    [("am Montag", "Montag", 2 / 3), ("Montag", "montag", 1.0), ("Dienstag", "Montag", 0.0), ("", "Montag", 0.0)],
)
def test_f1_counts_common_words(found: str, right: str, score: float) -> None:
    assert token_f1(found, right) == pytest.approx(score)
