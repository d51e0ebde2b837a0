from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from index.embedding.default import load_embedder
from index.embedding.sentence_embedder import SentenceTransformerEmbedder
from index.errors import ModelError

REVISION = "0123456789abcdef0123456789abcdef01234567"


def no_weights(folder: Path) -> None:
    (folder / "model.safetensors").unlink()


def half_the_weights(folder: Path) -> None:
    content = (folder / "model.safetensors").read_bytes()
    (folder / "model.safetensors").write_bytes(content[: len(content) // 2])


def no_configuration(folder: Path) -> None:
    (folder / "config.json").unlink()


def garbled_modules(folder: Path) -> None:
    (folder / "modules.json").write_text('[{"idx": 0}]', encoding="utf-8")


def empty(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.mkdir()


@pytest.mark.parametrize("damage", [no_weights, half_the_weights, no_configuration, garbled_modules, empty])
def test_a_damaged_folder_is_an_error_with_a_remedy(
    tiny_model: Path, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    folder = shutil.copytree(tiny_model, tmp_path / "copy")
    damage(folder)
    with pytest.raises(ModelError, match="cannot load the model") as refusal:
        load_embedder(str(folder))
    assert str(folder) in str(refusal.value)
    assert "folder of a complete" in refusal.value.remedy


@pytest.mark.parametrize("name", ["/nowhere/model", "./model", "~/no-such-model", "models/of/mine"])
def test_a_path_to_nothing_is_not_looked_for_on_the_hub(name: str) -> None:
    with pytest.raises(ModelError, match=f"there is no folder {name}"):
        load_embedder(name)


@pytest.mark.parametrize(("constant", "value"), [("ENDPOINT", "http://127.0.0.1:9"), ("HF_HUB_OFFLINE", True)])
def test_a_name_that_cannot_be_downloaded_is_an_error_with_a_remedy(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, constant: str, value: object
) -> None:
    monkeypatch.setenv("SENTENCE_TRANSFORMERS_HOME", str(tmp_path))
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", False)
    monkeypatch.setattr(f"huggingface_hub.constants.{constant}", value)
    with pytest.raises(ModelError, match="nobody/no-model is neither a folder nor in the hub's cache") as refusal:
        load_embedder("nobody/no-model")
    assert "copy the model's folder" in refusal.value.remedy


def test_what_lies_in_the_hubs_cache_is_loaded_without_the_hub(
    tiny_model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cached = tmp_path / "models--intfloat--e5-small"
    shutil.copytree(tiny_model, cached / "snapshots" / REVISION)
    (cached / "refs").mkdir()
    (cached / "refs" / "main").write_text(REVISION, encoding="utf-8")
    monkeypatch.setenv("SENTENCE_TRANSFORMERS_HOME", str(tmp_path))
    monkeypatch.setattr("huggingface_hub.constants.ENDPOINT", "http://127.0.0.1:9")
    loaded = SentenceTransformerEmbedder("intfloat/e5-small")
    assert loaded.model_name == "intfloat/e5-small"
    assert loaded.prompts == ("query: ", "passage: ")
    named_by_folder = SentenceTransformerEmbedder(str(cached / "snapshots" / REVISION))
    assert (named_by_folder.model_name, named_by_folder.prompts) == (loaded.model_name, loaded.prompts)
    assert named_by_folder.get_query_embedding("Kran") == loaded.get_query_embedding("Kran")
    newer = REVISION[::-1]
    (cached / "snapshots" / REVISION).rename(cached / "snapshots" / newer)
    (cached / "refs" / "main").write_text(newer, encoding="utf-8")
    again = SentenceTransformerEmbedder("intfloat/e5-small")
    assert again.fingerprint != loaded.fingerprint
    assert again.fingerprint == SentenceTransformerEmbedder("intfloat/e5-small").fingerprint
