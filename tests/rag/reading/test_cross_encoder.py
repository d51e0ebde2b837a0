"""Any cross-encoder as a reader, with tiny random models in its place."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from index.errors import ModelError
from rag.reading.cross_encoder import CrossEncoderReader, named_reader

QUESTION = "Wie viel hebt der Kran?"
PASSAGES = [
    "Der neue Hafenkran hebt bis zu 60.000 Kilogramm.",
    "The bridge was built in 1908.",
    "",
    "Boats may still pass twice a day. Die Hälfte bezahlte das Land. " * 4,
    "Der Kran",
]


@pytest.fixture(scope="module")
def tiny_folder(tmp_path_factory: pytest.TempPathFactory, write_tiny_bert: Callable[[Path, int], None]) -> Path:
    """A cross-encoder that states no activation, as plain transformers folders do."""
    folder = tmp_path_factory.mktemp("model") / "tiny-reader"
    write_tiny_bert(folder, 1)
    return folder


@pytest.fixture(scope="module")
def tiny(tiny_folder: Path) -> CrossEncoderReader:
    return CrossEncoderReader(str(tiny_folder))


@pytest.fixture(scope="module")
def logits(tiny_folder: Path) -> list[float]:
    """What the model itself gives, before any activation."""
    import torch
    from sentence_transformers import CrossEncoder

    model = CrossEncoder(str(tiny_folder), device="cpu", local_files_only=True)
    pairs = [(QUESTION, passage) for passage in PASSAGES]
    given: list[float] = model.predict(pairs, activation_fn=torch.nn.Identity()).tolist()
    return given


def test_scores_are_the_models_between_0_and_1(tiny: CrossEncoderReader, logits: list[float]) -> None:
    scores = tiny.scores(QUESTION, PASSAGES)
    assert tiny.model_name == "tiny-reader"
    np.testing.assert_allclose(scores, 1 / (1 + np.exp(-np.array(logits))), atol=1e-5)
    assert np.ptp(scores) > 0.01, "else all passages have one score and nothing is shown"
    assert tiny.scores(QUESTION, []) == []


def test_a_score_does_not_depend_on_the_other_passages(tiny: CrossEncoderReader) -> None:
    alone = [tiny.scores(QUESTION, [passage])[0] for passage in PASSAGES]
    np.testing.assert_allclose(tiny.scores(QUESTION, PASSAGES * 7), alone * 7, atol=1e-5)
    np.testing.assert_allclose(tiny.scores(QUESTION, PASSAGES[::-1]), alone[::-1], atol=1e-5)


def test_the_question_counts(tiny: CrossEncoderReader) -> None:
    other = tiny.scores("When was the bridge built?", PASSAGES)
    assert np.abs(np.array(other) - tiny.scores(QUESTION, PASSAGES)).max() > 0.01


def test_a_model_that_leaves_its_logits_as_they_are_gets_a_sigmoid(
    tiny: CrossEncoderReader, tiny_folder: Path, tmp_path: Path
) -> None:
    import torch
    from sentence_transformers import CrossEncoder

    saved = CrossEncoder(str(tiny_folder), device="cpu", local_files_only=True, activation_fn=torch.nn.Identity())
    saved.save(str(tmp_path / "raw"))
    raw = CrossEncoderReader(str(tmp_path / "raw"))
    np.testing.assert_allclose(raw.scores(QUESTION, PASSAGES), tiny.scores(QUESTION, PASSAGES), atol=1e-5)


def test_several_threads_can_use_it_at_a_time(tiny: CrossEncoderReader) -> None:
    expected = tiny.scores(QUESTION, PASSAGES)
    with ThreadPoolExecutor(6) as pool:
        for scores in pool.map(lambda _: tiny.scores(QUESTION, PASSAGES), range(30)):
            np.testing.assert_allclose(scores, expected, atol=1e-5)


def test_the_variable_names_the_reader(tiny_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FUNDSTELLE_READER", str(tiny_folder))
    named = named_reader()
    assert named is not None
    assert named.model_name == "tiny-reader"
    assert named_reader() is named
    monkeypatch.setenv("FUNDSTELLE_READER", "")
    assert named_reader() is None
    monkeypatch.delenv("FUNDSTELLE_READER")
    assert named_reader() is None


def test_a_model_with_several_scores_is_refused(tmp_path: Path, write_tiny_bert: Callable[[Path, int], None]) -> None:
    write_tiny_bert(tmp_path / "nli", 3)
    with pytest.raises(ModelError, match="nli gives 3 scores") as refusal:
        CrossEncoderReader(str(tmp_path / "nli"))
    assert "cross-encoder for ranking" in refusal.value.remedy


def test_a_damaged_folder_is_an_error_with_a_remedy(tiny_folder: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(tiny_folder, tmp_path / "copy")
    (copy / "model.safetensors").write_bytes(b"no weights")
    with pytest.raises(ModelError, match="cannot load the model") as refusal:
        CrossEncoderReader(str(copy))
    assert refusal.value.remedy
    with pytest.raises(ModelError, match="there is no folder"):
        CrossEncoderReader(str(tmp_path / "nothing"))
