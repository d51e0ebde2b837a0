from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from index.embedding import OnnxEmbedder, default_embedder
from index.embedding.default import PACKAGED, load_embedder
from index.embedding.export import CARD_FILE, MODEL_FILE, TOKENIZER_FILE, cache_folder
from index.errors import ModelError

TEXTS = [
    "Der neue Hafenkran hebt bis zu 60.000 Kilogramm.",
    "The bridge was built in 1908.",
    "",
    "Ja.",
    "Pjöngjang 🏗️ 14. September 2023 – „Wir haben lange darauf gewartet“, sagte sie. " * 8,
]


@pytest.fixture(scope="module")
def packaged() -> OnnxEmbedder:
    """all-MiniLM-L6-v2, whatever the default is."""
    chosen = load_embedder(PACKAGED)
    assert isinstance(chosen, OnnxEmbedder)
    assert chosen.model_name == PACKAGED
    return chosen


@pytest.fixture
def exported(packaged: OnnxEmbedder, tmp_path: Path) -> Path:
    """A copy of the exported model, to be damaged."""
    original = next(
        folder
        for folder in (cache_folder() / "models").glob(f"{PACKAGED}-*")
        if json.loads((folder / CARD_FILE).read_text())["fingerprint"] == packaged.fingerprint
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


def test_tokens_are_counted_before_any_cutting(packaged: OnnxEmbedder) -> None:
    assert packaged.count_tokens([]) == []
    assert packaged.count_tokens(["", "crane", "the crane"]) == [2, 3, 4]  # two of them mark begin and end
    assert packaged.count_tokens(["crane " * 1000]) == [1002]


def test_what_is_beyond_the_limit_is_cut_off(packaged: OnnxEmbedder) -> None:
    assert packaged.max_tokens == 256
    full = "crane " * (packaged.max_tokens - 2)
    assert packaged.count_tokens([full]) == [packaged.max_tokens]
    vector = packaged.get_query_embedding(full)
    assert packaged.get_query_embedding(full + "harbour bridge panda " * 50) == vector
    assert packaged.get_query_embedding("crane " * (packaged.max_tokens - 3) + "panda") != vector


def test_the_prompts_of_the_card_are_put_before_questions_and_passages(exported: Path, packaged: OnnxEmbedder) -> None:
    card = json.loads((exported / CARD_FILE).read_text())
    prompts = {"query": "frage: ", "passage": "text: "}
    (exported / CARD_FILE).write_text(json.dumps(card | {"prompts": prompts}))
    prompted = OnnxEmbedder(exported, "m")
    assert prompted.get_query_embedding("crane") == packaged.get_query_embedding("frage: crane")
    assert prompted.get_text_embedding_batch(["crane"]) == packaged.get_text_embedding_batch(["text: crane"])
    assert prompted.count_tokens(["crane"]) == packaged.count_tokens(["text: crane"])
    card.pop("prompts", None)  # as earlier versions wrote it
    (exported / CARD_FILE).write_text(json.dumps(card))
    assert OnnxEmbedder(exported, "m").get_query_embedding("crane") == packaged.get_query_embedding("crane")


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


UNKNOWN_PROMPT = '{"fingerprint": "x", "max_tokens": 9, "dimension": 3, "prompts": {"passages": ""}}'


@pytest.mark.parametrize("card", ["[]", "{}", '{"fingerprint": "x"}', "null", UNKNOWN_PROMPT])
def test_a_card_that_says_too_little_is_an_error_with_a_remedy(exported: Path, card: str) -> None:
    (exported / CARD_FILE).write_text(card)
    with pytest.raises(ModelError, match="cannot load"):
        OnnxEmbedder(exported, "m")
