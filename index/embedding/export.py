"""A sentence-transformers folder to an int8 ONNX file, once a machine.

Loading a model through sentence-transformers takes seconds and half a gigabyte; onnxruntime runs the same weights,
quantised to 8 bits a channel, in a tenth of either. The export is kept in the user's cache folder.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import shutil
import tempfile
from pathlib import Path

import platformdirs

from index.embedding.prompts import Prompts, declared_prompts
from index.errors import ModelError

logger = logging.getLogger(__name__)

EXPORT_VERSION = "1"
MODEL_FILE = "model.int8.onnx"
TOKENIZER_FILE = "tokenizer.json"
CARD_FILE = "export.json"


def cache_folder() -> Path:
    """Where exported models are kept: `$FUNDSTELLE_CACHE`, else the platform's cache folder for the user."""
    configured = os.environ.get("FUNDSTELLE_CACHE")
    return Path(configured) if configured else Path(platformdirs.user_cache_dir("fundstelle", appauthor=False))


def exported_model(source: Path, name: str) -> Path:
    """Return the folder with the ONNX export of a sentence-transformers model, making it when it is missing.

    Args:
        source: the model's folder (`model.safetensors`, `tokenizer.json`, …).
        name: the folder's name in the cache; the source's identity is added to it.

    Raises:
        ModelError: the source is no model folder, or the export cannot be written.
    """
    target = cache_folder() / "models" / f"{name}-{_identity(source)}"
    if (target / CARD_FILE).is_file():
        return target
    logger.info("preparing %s for this machine (once; some seconds)", name)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{name}-", dir=target.parent) as scratch:
            fresh = Path(scratch) / "export"
            fresh.mkdir()
            export_model(source, fresh)
            _publish(fresh, target)
    except OSError as error:
        remedy = "Make the folder writable, free some space, or set FUNDSTELLE_CACHE to another one."
        raise ModelError(f"cannot write to the model cache {target.parent}: {error.strerror}.", remedy) from error
    return target


def _identity(source: Path) -> str:
    """Cheap name of the source's state: a changed file changes size or time, and that is enough to export anew."""
    try:
        files = [source / "model.safetensors", source / TOKENIZER_FILE]
        states = [f"{file.stat().st_size}.{file.stat().st_mtime_ns}" for file in files]
    except OSError as error:
        remedy = "Reinstall the package that carries the model (`make demo` installs everything)."
        raise ModelError(f"{source} is no sentence-transformers model: {error}.", remedy) from error
    return hashlib.sha256("|".join([EXPORT_VERSION, str(source), *states]).encode()).hexdigest()[:12]


def _publish(fresh: Path, target: Path) -> None:
    """Move the finished folder into place; a second process that was quicker has made the same one."""
    if target.exists() and not (target / CARD_FILE).is_file():
        shutil.rmtree(target)  # a folder appears here complete or not at all: this one was damaged later
    try:
        fresh.rename(target)
    except OSError:
        if not (target / CARD_FILE).is_file():
            raise


def read_fingerprint(folder: Path) -> str | None:
    """What an export's card says; None when it cannot be read."""
    try:
        return str(json.loads((folder / CARD_FILE).read_text(encoding="utf-8"))["fingerprint"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def export_model(source: Path, folder: Path) -> None:
    """Write model, tokenizer and card, into the source itself too. Imports torch: call it when there is need.

    Mean pooling and normalisation are taken for granted, the model's prompts are written to the card.

    Raises:
        OSError: the source is no model, or the folder cannot be written.
    """
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")
    import torch
    from sentence_transformers import SentenceTransformer

    from index.embedding.tracing import Pooled, quantise, trace

    logging.getLogger("sentence_transformers").setLevel(logging.WARNING)
    model = SentenceTransformer(str(source), device="cpu", local_files_only=True)
    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch) / "model.onnx"
        sample = torch.ones(2, 7, dtype=torch.long)
        inputs = {"input_ids": sample, "attention_mask": sample}
        trace(Pooled(model[0].auto_model), inputs, {"embedding": {0: "batch"}}, full)
        quantise(full, folder / MODEL_FILE)
    if folder != source:
        shutil.copy(source / TOKENIZER_FILE, folder / TOKENIZER_FILE)
    prompts = declared_prompts(model.prompts)
    card = {
        "export": EXPORT_VERSION,
        "max_tokens": model.max_seq_length,
        "dimension": model.get_embedding_dimension(),
        "fingerprint": _fingerprint(source, prompts),
        "prompts": prompts._asdict(),
    }
    (folder / CARD_FILE).write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")


def _fingerprint(source: Path, prompts: Prompts) -> str:
    """Hash of weights, tokenizer, prompts and export version: equal fingerprints mean comparable vectors."""
    digest = hashlib.sha256((EXPORT_VERSION + "".join(prompts)).encode())
    for name in ("model.safetensors", TOKENIZER_FILE):
        digest.update((source / name).read_bytes())
    return digest.hexdigest()[:16]
