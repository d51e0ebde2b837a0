from __future__ import annotations

from pathlib import Path

import pytest

import index.embedding.default as default
from index.embedding import OnnxEmbedder, default_embedder
from index.embedding.default import PACKAGED, SHIPPED, load_embedder, model_in_use
from index.embedding.export import CARD_FILE
from index.embedding.sentence_embedder import SentenceTransformerEmbedder
from index.errors import ModelError


def test_the_variable_names_the_model(tiny_model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FUNDSTELLE_EMBEDDER", str(tiny_model))
    chosen = default_embedder()
    assert isinstance(chosen, SentenceTransformerEmbedder)
    assert default_embedder() is chosen
    assert model_in_use() == (chosen.model_name, chosen.fingerprint)


def test_a_model_in_the_folder_where_one_stands_can_be_named(tiny_model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tiny_model.parent)
    assert load_embedder("tiny").fingerprint == load_embedder(str(tiny_model)).fingerprint


def test_an_empty_variable_names_none(embedder: OnnxEmbedder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FUNDSTELLE_EMBEDDER", "")
    assert default_embedder() is embedder


def test_our_names_mean_our_models(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whatever lies in the folder where the user stands."""
    for name in (PACKAGED, SHIPPED):
        (tmp_path / name).mkdir()
    monkeypatch.chdir(tmp_path)
    assert isinstance(load_embedder.__wrapped__(PACKAGED), OnnxEmbedder)
    monkeypatch.setenv("FUNDSTELLE_EMBEDDER", PACKAGED)
    assert model_in_use() == (PACKAGED, None)
    monkeypatch.setattr(default, "MODELS", tmp_path / "models")
    with pytest.raises(ModelError, match=SHIPPED) as refusal:
        load_embedder.__wrapped__(SHIPPED)
    assert refusal.value.remedy == "Reinstall Fundstelle: make demo"


def test_a_folder_with_our_export_runs_without_sentence_transformers(
    exported_tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FUNDSTELLE_EMBEDDER", str(exported_tiny))
    loaded = default_embedder()
    assert isinstance(loaded, OnnxEmbedder)
    assert model_in_use() == (loaded.model_name, loaded.fingerprint) == (SHIPPED, loaded.fingerprint)


def test_the_shipped_model_is_read_where_it_lies(
    exported_tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(default, "MODELS", exported_tiny.parent)
    monkeypatch.setenv("FUNDSTELLE_CACHE", str(tmp_path))
    monkeypatch.setenv("FUNDSTELLE_EMBEDDER", SHIPPED)
    loaded = load_embedder.__wrapped__(SHIPPED)  # the cache is for the real one
    assert isinstance(loaded, OnnxEmbedder)
    assert model_in_use() == (SHIPPED, loaded.fingerprint)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("card", ["", "{}", "[]"])
def test_of_what_cannot_be_read_only_the_name_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, card: str
) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / CARD_FILE).write_text(card, encoding="utf-8")
    monkeypatch.setenv("FUNDSTELLE_EMBEDDER", str(tmp_path / "mine"))
    assert model_in_use() == ("mine", None)
    monkeypatch.setenv("FUNDSTELLE_EMBEDDER", "intfloat/e5-small")
    assert model_in_use() == ("intfloat/e5-small", None)
