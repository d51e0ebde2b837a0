"""The reader's runtime, on a random model exported as the shipped one is: what it says is known from torch."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from index.errors import ModelError
from rag.reading.reader import Reader, Reading, certain_reading

QUESTION = "kran hebt"
PASSAGE = "husum der neue hafenkran hebt bis zu 60.000 kilogramm."


@pytest.fixture(scope="module")
def exported(
    tmp_path_factory: pytest.TempPathFactory, write_tiny_bert: Callable[[Path, int], None]
) -> tuple[Path, Any, Any]:
    """The folder, the torch model and the tokenizer."""
    import torch
    from tokenizers import Tokenizer

    from train.reader import model as reader_model
    from train.reader.export import write_reader

    body, folder = tmp_path_factory.mktemp("body"), tmp_path_factory.mktemp("reader")
    write_tiny_bert(body, 0)
    torch.manual_seed(1)
    model = reader_model.CrossEncoder(body).eval()
    tokenizer = Tokenizer.from_file(str(body / "tokenizer.json"))
    write_reader(model, tokenizer, folder)
    return folder, model, tokenizer


def test_it_says_what_the_torch_model_says(exported: tuple[Path, Any, Any]) -> None:
    import torch

    folder, model, tokenizer = exported
    reading = Reader(folder).read(QUESTION, [PASSAGE])[0]
    head = [101, *tokenizer.encode(QUESTION, add_special_tokens=False).ids, 102]
    marks = tokenizer.get_vocab()
    head[0], head[-1] = marks["[CLS]"], marks["[SEP]"]
    body = [*tokenizer.encode(PASSAGE, add_special_tokens=False).ids, marks["[SEP]"]]
    ids = torch.tensor([head + body])
    types = torch.tensor([[0] * len(head) + [1] * len(body)])
    with torch.no_grad():
        full = model(ids, torch.ones_like(ids), types)
    assert reading.answerable == pytest.approx(float(torch.sigmoid(full.answerable)), abs=0.05)
    starts = torch.log_softmax(full.start, dim=1)[0, len(head) : -1].numpy()
    assert np.abs(np.exp(reading.starts) - np.exp(starts)).max() < 0.05
    assert len(reading.offsets) == len(body) - 1


def test_support_is_a_probability_of_its_own(exported: tuple[Path, Any, Any]) -> None:
    reader = Reader(exported[0])
    first, second = reader.support("der kran hebt", PASSAGE), reader.support("der zoo", PASSAGE)
    assert 0 < first < 1
    assert first != second
    assert first != reader.read("der kran hebt", [PASSAGE])[0].answerable


def test_a_verdict_does_not_depend_on_its_neighbours(exported: tuple[Path, Any, Any]) -> None:
    reader = Reader(exported[0])
    together = reader.read(QUESTION, [PASSAGE, "zoo " * 90])
    assert together[0].answerable == reader.read(QUESTION, [PASSAGE])[0].answerable


def test_a_title_is_read_and_holds_no_answer(exported: tuple[Path, Any, Any]) -> None:
    reader = Reader(exported[0])
    alone, under = reader.read(QUESTION, [PASSAGE])[0], reader.read(QUESTION, [PASSAGE], ["der zoo"])[0]
    assert under.answerable != alone.answerable
    assert np.array_equal(under.offsets, alone.offsets)
    best = under.best()
    assert best is not None
    assert 0 <= best.start < best.end <= len(PASSAGE)
    assert np.exp(under.starts).sum() < np.exp(alone.starts).sum() - 1e-6, "some of it lies on the title"
    assert reader.read(QUESTION, [PASSAGE], [""])[0].answerable == alone.answerable
    long = reader.read(QUESTION, [PASSAGE], ["zoo " * 500])[0]
    assert np.array_equal(long.offsets, alone.offsets)


def test_a_long_passage_is_read_to_its_limit(exported: tuple[Path, Any, Any]) -> None:
    folder, _, _ = exported
    limit = json.loads((folder / "export.json").read_text(encoding="utf-8"))["max_tokens"]
    reading = Reader(folder).read(QUESTION, ["zoo " * 500])[0]
    assert len(reading.offsets) < limit


def reading(starts: list[float], ends: list[float]) -> Reading:
    offsets = np.array([[n * 5, n * 5 + 4] for n in range(len(starts))])
    return Reading(0.5, offsets, np.log(np.array(starts, np.float32)), np.log(np.array(ends, np.float32)))


def test_the_best_span_inside_a_sentence() -> None:
    found = reading([0.1, 0.6, 0.1, 0.2], [0.1, 0.1, 0.7, 0.1])
    best = found.best()
    assert best is not None
    assert (best.start, best.end) == (5, 14)
    assert best.score == pytest.approx(np.log(0.6) + np.log(0.7), abs=1e-5)
    inside = found.best(10, 20)
    assert inside is not None
    assert (inside.start, inside.end) == (10, 14)
    assert found.best(40, 50) is None


def test_the_mass_of_a_sentence_is_the_chance_that_the_answer_begins_there() -> None:
    found = reading([0.1, 0.6, 0.1, 0.2], [0.25] * 4)
    assert found.mass(0, 10) == pytest.approx(0.7, abs=1e-5)
    assert found.mass(0, 20) == pytest.approx(1.0, abs=1e-5)


def test_a_certain_reading_lies_on_one_stretch() -> None:
    reading = certain_reading(5, 9, -0.5, 0.7)
    best = reading.best(0, 20)
    assert (best and (best.start, best.end, best.score)) == (5, 9, -0.5)
    assert reading.mass(0, 5) == 0.0
    assert reading.mass(5, 9) == pytest.approx(np.exp(-0.5))
    assert reading.answerable == 0.7


def test_a_missing_folder_names_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot load the reader"):
        Reader(tmp_path)
