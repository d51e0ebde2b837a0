"""Models made on the spot: random ones that load in an instant."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from index.embedding.default import SHIPPED
from index.embedding.export import export_model

TINY_LIMIT = 48


@pytest.fixture(scope="session")
def make_tiny_model(
    tmp_path_factory: pytest.TempPathFactory, write_tiny_bert: Callable[[Path, int], None]
) -> Callable[..., Path]:
    """Makes a sentence-transformers folder of 32 numbers and 48 tokens, called as told, with or without prompts."""

    def make(name: str = "tiny", prompts: dict[str, str] | None = None) -> Path:
        from sentence_transformers import SentenceTransformer
        from sentence_transformers.sentence_transformer.modules import Pooling, Transformer

        logging.getLogger("sentence_transformers").setLevel(logging.WARNING)
        folder = tmp_path_factory.mktemp("model")
        write_tiny_bert(folder / "body", 0)
        modules = [Transformer(str(folder / "body"), max_seq_length=TINY_LIMIT), Pooling(32, "mean")]
        SentenceTransformer(modules=modules, prompts=prompts, device="cpu").save(str(folder / name))
        return folder / name

    return make


@pytest.fixture(scope="session")
def tiny_model(make_tiny_model: Callable[..., Path]) -> Path:
    """A tiny model without prompts; to be read only."""
    return make_tiny_model()


@pytest.fixture(scope="session")
def prompted_model(make_tiny_model: Callable[..., Path]) -> Path:
    """A tiny model whose configuration declares prompts; to be read only."""
    return make_tiny_model("prompted", {"query": "frage: ", "passage": "text: "})


@pytest.fixture(scope="session")
def exported_tiny(prompted_model: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny model with prompts in the form of the shipped one: our export lies in its own folder."""
    folder = shutil.copytree(prompted_model, tmp_path_factory.mktemp("exported") / SHIPPED)
    export_model(folder, folder)
    return folder
