"""Any sentence-transformers model as an embedder, with tiny random models in its place."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from index.embedding import Embedder, TokenCounter, fingerprint_of
from index.embedding.sentence_embedder import SentenceTransformerEmbedder

TEXTS = [
    "Der neue Hafenkran hebt bis zu 60.000 Kilogramm.",
    "The bridge was built in 1908.",
    "",
    "Ja.",
    "Boats may still pass twice a day. Die Hälfte bezahlte das Land. " * 9,
    "Der Kran",
]


@pytest.fixture(scope="module")
def tiny(tiny_model: Path) -> SentenceTransformerEmbedder:
    return SentenceTransformerEmbedder(str(tiny_model))


@pytest.fixture(scope="module")
def plain(tiny_model: Path) -> Callable[[list[str]], Any]:
    """sentence-transformers itself on the tiny model, without any prompt."""
    from sentence_transformers import SentenceTransformer

    return SentenceTransformer(str(tiny_model), device="cpu", local_files_only=True).encode


def test_it_is_an_embedder_that_knows_all_about_itself(tiny: SentenceTransformerEmbedder, tiny_model: Path) -> None:
    assert isinstance(tiny, Embedder)
    assert isinstance(tiny, TokenCounter)
    assert tiny.model_name == tiny_model.name == "tiny"
    assert tiny.dimension == len(tiny.get_query_embedding("Der Kran")) == 32
    assert tiny.max_tokens == 48
    assert fingerprint_of(tiny) == tiny.fingerprint


def test_vectors_are_those_of_sentence_transformers(
    tiny: SentenceTransformerEmbedder, plain: Callable[[list[str]], Any]
) -> None:
    np.testing.assert_allclose(tiny.get_text_embedding_batch(TEXTS), plain(TEXTS), atol=1e-5)
    np.testing.assert_allclose(tiny.get_query_embedding(TEXTS[0]), plain(TEXTS[:1])[0], atol=1e-5)
    assert tiny.get_text_embedding_batch([]) == []


def test_a_vector_does_not_depend_on_the_batch(tiny: SentenceTransformerEmbedder) -> None:
    alone = [tiny.get_text_embedding_batch([text])[0] for text in TEXTS]
    assert np.ptp(np.array(alone), axis=0).max() > 0.1, "else all texts have one vector and nothing is shown"
    np.testing.assert_allclose(tiny.get_text_embedding_batch(TEXTS * 7), alone * 7, atol=1e-5)
    np.testing.assert_allclose(tiny.get_text_embedding_batch(TEXTS[::-1]), alone[::-1], atol=1e-5)


def test_declared_prompts_are_put_before_questions_and_passages(
    prompted_model: Path, plain: Callable[[list[str]], Any]
) -> None:
    prompted = SentenceTransformerEmbedder(str(prompted_model))
    question, passage = prompted.get_query_embedding("Der Kran"), prompted.get_text_embedding_batch(["Der Kran"])[0]
    np.testing.assert_allclose([question, passage], plain(["frage: Der Kran", "text: Der Kran"]), atol=1e-5)
    assert np.abs(np.array(question) - passage).max() > 0.01


@pytest.mark.parametrize("known_by", ["folder", "configuration"])
def test_well_known_models_have_their_prompts_where_they_declare_none(
    tiny_model: Path, tmp_path: Path, plain: Callable[[list[str]], Any], known_by: str
) -> None:
    copy = tmp_path / ("multilingual-e5-small" if known_by == "folder" else "copy")
    shutil.copytree(tiny_model, copy)
    if known_by == "configuration":
        config = (copy / "config.json").read_text(encoding="utf-8")
        stated = config.replace("{", '{"_name_or_path": "intfloat/multilingual-e5-base",', 1)
        (copy / "config.json").write_text(stated, encoding="utf-8")
    e5 = SentenceTransformerEmbedder(str(copy))
    question, passage = e5.get_query_embedding("Der Kran"), e5.get_text_embedding_batch(["Der Kran"])[0]
    np.testing.assert_allclose([question, passage], plain(["query: Der Kran", "passage: Der Kran"]), atol=1e-5)


def test_what_a_model_declares_counts_more_than_its_name(prompted_model: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(prompted_model, tmp_path / "multilingual-e5-small")
    assert SentenceTransformerEmbedder(str(copy)).prompts == ("frage: ", "text: ")


def test_the_limit_of_the_model_is_kept(tiny: SentenceTransformerEmbedder) -> None:
    full = "der " * (tiny.max_tokens - 2)
    assert tiny.count_tokens([full]) == [tiny.max_tokens]
    vector = tiny.get_text_embedding_batch([full])[0]
    np.testing.assert_allclose(tiny.get_text_embedding_batch([full + "Brücke Zoo " * 20])[0], vector, atol=1e-6)
    changed = tiny.get_text_embedding_batch(["der " * (tiny.max_tokens - 3) + "zoo"])[0]
    assert np.abs(np.array(changed) - vector).max() > 1e-3


def test_tokens_are_counted_with_the_prompt_and_before_any_cutting(
    tiny: SentenceTransformerEmbedder, prompted_model: Path
) -> None:
    assert tiny.count_tokens([]) == []
    assert tiny.count_tokens(["", "der", "der der"]) == [2, 3, 4]
    assert tiny.count_tokens(["der " * 500]) == [502]
    prompted = SentenceTransformerEmbedder(str(prompted_model))
    assert prompted.count_tokens(["der"]) == tiny.count_tokens(["text: der"])


def test_weights_in_16_bits_are_computed_with_in_32(tiny_model: Path, tmp_path: Path) -> None:
    from sentence_transformers import SentenceTransformer

    SentenceTransformer(str(tiny_model), device="cpu").half().save(str(tmp_path / "half"))
    half = SentenceTransformerEmbedder(str(tmp_path / "half"))
    alone = [half.get_text_embedding_batch([text])[0] for text in TEXTS]
    np.testing.assert_allclose(half.get_text_embedding_batch(TEXTS), alone, atol=1e-5)


def test_a_fingerprint_is_the_contents(tiny: SentenceTransformerEmbedder, tiny_model: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(tiny_model, tmp_path / "copy")
    (copy / "README.md").write_text("Another text.", encoding="utf-8")
    assert SentenceTransformerEmbedder(str(copy)).fingerprint == tiny.fingerprint
    renamed = shutil.copytree(tiny_model, tmp_path / "e5-small")
    prompted = SentenceTransformerEmbedder(str(renamed)).fingerprint
    limits = (copy / "tokenizer_config.json").read_text(encoding="utf-8")
    (copy / "tokenizer_config.json").write_text(limits.replace("48", "32"), encoding="utf-8")
    shorter = SentenceTransformerEmbedder(str(copy))
    assert shorter.max_tokens == 32
    assert len({tiny.fingerprint, prompted, shorter.fingerprint}) == 3


def test_several_threads_can_use_it_at_a_time(tiny: SentenceTransformerEmbedder) -> None:
    def use(number: int) -> tuple[list[float], list[int]]:
        return tiny.get_query_embedding(TEXTS[number % 2]), tiny.count_tokens(TEXTS)

    expected = [use(0), use(1)]
    with ThreadPoolExecutor(6) as pool:
        for number, (vector, counts) in enumerate(pool.map(use, range(60))):
            np.testing.assert_allclose(vector, expected[number % 2][0], atol=1e-5)
            assert counts == expected[0][1]


def test_the_number_of_threads_can_be_set(tiny_model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import torch

    before = torch.get_num_threads()
    try:
        monkeypatch.setenv("FUNDSTELLE_THREADS", "3")
        SentenceTransformerEmbedder(str(tiny_model))
        assert torch.get_num_threads() == 3
        SentenceTransformerEmbedder(str(tiny_model), threads=1)
        assert torch.get_num_threads() == 1
    finally:
        torch.set_num_threads(before)


def test_a_model_of_static_vectors_without_a_limit_will_do(tmp_path: Path) -> None:
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel
    from tokenizers.pre_tokenizers import Whitespace

    words = Tokenizer(WordLevel({"[UNK]": 0, "Kran": 1, "Brücke": 2}, unk_token="[UNK]"))
    words.pre_tokenizer = Whitespace()
    SentenceTransformer(modules=[StaticEmbedding(words, embedding_dim=6)], device="cpu").save(str(tmp_path / "static"))
    static = SentenceTransformerEmbedder(str(tmp_path / "static"))
    assert (static.dimension, static.max_tokens) == (6, 8192)
    assert static.count_tokens(["Kran Brücke Kran", ""]) == [3, 0]
    assert len(static.get_text_embedding_batch(["Kran", "Brücke"])) == 2
