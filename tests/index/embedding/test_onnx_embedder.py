from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from index.embedding.export import CARD_FILE, MODEL_FILE, TOKENIZER_FILE, cache_folder
from index.embedding.onnx_embedder import DEFAULT_MODEL, OnnxEmbedder, default_embedder
from index.errors import ModelError

TEXTS = [
    "Der neue Hafenkran hebt bis zu 60.000 Kilogramm.",
    "The bridge was built in 1908.",
    "",
    "Ja.",
    "Pjöngjang 🏗️ 14. September 2023 – „Wir haben lange darauf gewartet“, sagte sie. " * 8,
]


@pytest.fixture
def exported(embedder: OnnxEmbedder, tmp_path: Path) -> Path:
    """A copy of the exported model, to be damaged."""
    assert embedder.model_name == DEFAULT_MODEL
    original = next(
        folder
        for folder in (cache_folder() / "models").glob(f"{DEFAULT_MODEL}-*")
        if json.loads((folder / CARD_FILE).read_text())["fingerprint"] == embedder.fingerprint
    )
    return Path(shutil.copytree(original, tmp_path / "exported"))


def test_vectors_are_unit_vectors_of_the_stated_dimension(embedder: OnnxEmbedder) -> None:
    for vector in embedder.get_text_embedding_batch(TEXTS):
        assert len(vector) == embedder.dimension == 384
        assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-5)
    assert embedder.get_text_embedding_batch([]) == []


def test_a_text_has_the_same_vector_alone_and_in_any_batch(embedder: OnnxEmbedder) -> None:
    alone = [embedder.get_text_embedding_batch([text])[0] for text in TEXTS]
    assert embedder.get_text_embedding_batch(TEXTS) == alone
    assert embedder.get_text_embedding_batch(TEXTS[::-1]) == alone[::-1]
    assert [embedder.get_query_embedding(text) for text in TEXTS] == alone


def test_meaning_decides(embedder: OnnxEmbedder) -> None:
    question, near, far = (
        np.array(embedder.get_query_embedding(text))
        for text in ("When was the bridge built?", "The bridge was built in 1908.", "The panda weighs 120 grams.")
    )
    assert question @ near > question @ far + 0.2


def test_tokens_are_counted_before_any_cutting(embedder: OnnxEmbedder) -> None:
    assert embedder.count_tokens([]) == []
    assert embedder.count_tokens(["", "crane", "the crane"]) == [2, 3, 4]  # two of them mark begin and end
    assert embedder.count_tokens(["crane " * 1000]) == [1002]


def test_what_is_beyond_the_limit_is_cut_off(embedder: OnnxEmbedder) -> None:
    assert embedder.max_tokens == 256
    full = "crane " * (embedder.max_tokens - 2)
    assert embedder.count_tokens([full]) == [embedder.max_tokens]
    vector = embedder.get_query_embedding(full)
    assert embedder.get_query_embedding(full + "harbour bridge panda " * 50) == vector
    assert embedder.get_query_embedding("crane " * (embedder.max_tokens - 3) + "panda") != vector


def test_the_number_of_threads_can_be_set(exported: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FUNDSTELLE_THREADS", "1")
    assert OnnxEmbedder(exported, "m")._session.get_session_options().intra_op_num_threads == 1
    assert OnnxEmbedder(exported, "m", threads=3)._session.get_session_options().intra_op_num_threads == 3
    for useless in ("", "0", "many", "-2"):
        monkeypatch.setenv("FUNDSTELLE_THREADS", useless)
        assert OnnxEmbedder(exported, "m")._session.get_session_options().intra_op_num_threads in (1, 2)


def test_the_default_embedder_is_loaded_once(embedder: OnnxEmbedder) -> None:
    assert default_embedder() is embedder


def truncate(file: Path) -> None:
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2])


def empty(file: Path) -> None:
    file.write_bytes(b"")


def garble(file: Path) -> None:
    file.write_bytes(b"\xff\xfe garbage")


@pytest.mark.parametrize("name", [MODEL_FILE, TOKENIZER_FILE, CARD_FILE])
@pytest.mark.parametrize("damage", [truncate, empty, garble, Path.unlink])
def test_a_damaged_export_is_an_error_with_a_remedy(exported: Path, name: str, damage: Callable[[Path], None]) -> None:
    damage(exported / name)
    with pytest.raises(ModelError, match="cannot load the embedding model") as refusal:
        OnnxEmbedder(exported, "m")
    assert str(exported) in str(refusal.value)
    assert refusal.value.remedy == "Delete that folder; the next run prepares the model again."


@pytest.mark.parametrize("card", ["[]", "{}", '{"fingerprint": "x"}', "null"])
def test_a_card_that_says_too_little_is_an_error_with_a_remedy(exported: Path, card: str) -> None:
    (exported / CARD_FILE).write_text(card)
    with pytest.raises(ModelError, match="cannot load"):
        OnnxEmbedder(exported, "m")
