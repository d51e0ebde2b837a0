"""Any model of the user's through sentence-transformers: a folder, or a name on the Hugging Face hub."""

from __future__ import annotations

import logging
import os
import pickle
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any, Literal

from index.embedding.folders import named_folder
from index.embedding.threads import thread_limit
from index.errors import ModelError

logger = logging.getLogger(__name__)

PATIENCE = 10
"""Seconds to wait for the hub. Without asking first, its own library tries for a minute before it gives up."""


def load_model(kind: Literal["SentenceTransformer", "CrossEncoder"], name: str, threads: int | None = None) -> Any:
    """Load a model for the processor, in 32 bits; limits torch's threads for the whole process.

    A folder, and what lies in the hub's cache, is loaded without any network. Another name is downloaded, since the
    user has named it. Code that a model brings along is not run.

    Args:
        kind: the class of sentence-transformers.
        name: a folder, or a name on the hub.
        threads: processor cores to use; None takes `$FUNDSTELLE_THREADS`, else at most two.

    Raises:
        ModelError: there is no such model, or it cannot be loaded.
    """
    # transformers' reports about weights are of no use to who asks a question; these are read when it is imported.
    os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")
    os.environ.setdefault("TRANSFORMERS_VERBOSITY", "error")
    try:
        import sentence_transformers
        import torch
    except ImportError as error:
        raise ModelError(f"sentence-transformers cannot be imported: {error}.", "Run: make demo") from error
    logging.getLogger("sentence_transformers").setLevel(logging.WARNING)
    torch.set_num_threads(threads or thread_limit())
    load = getattr(sentence_transformers, kind)
    folder = named_folder(name)
    return _from_hub(load, name) if folder is None else _made(load, str(folder), local=True)


def revision_of(load: Any, name: str) -> str | None:
    """The revision of a hub model in the hub's cache; None when it is not there.

    Args:
        load: the class of sentence-transformers that has loaded it.
        name: on the hub; a bare one belongs to the organisation that the class assumes.
    """
    from huggingface_hub import snapshot_download

    full = name if "/" in name else f"{load.default_huggingface_organization}/{name}"
    try:
        folder = snapshot_download(full, cache_dir=os.environ.get("SENTENCE_TRANSFORMERS_HOME"), local_files_only=True)
    except (OSError, ValueError):
        return None
    return Path(folder).name


def _from_hub(load: Any, name: str) -> Any:
    _require_hub_name(name)
    try:
        return _made(load, name, local=True)
    except ModelError:
        _require_hub(name)
    logger.info("downloading %s from the Hugging Face hub (once)", name)
    return _made(load, name, local=False)


def _made(load: Any, source: str, *, local: bool) -> Any:
    import torch
    from safetensors import SafetensorError

    sorts = (OSError, ValueError, LookupError, TypeError, AttributeError, RuntimeError, ImportError, EOFError)
    try:
        # Many weights are stored in 16 bits; computed so, a text's vector would depend on the others in its batch.
        model = load(source, device="cpu", local_files_only=local, model_kwargs={"dtype": torch.float32})
        return model.float().eval()
    except (*sorts, SafetensorError, pickle.UnpicklingError) as error:
        reason = (str(error).strip() or type(error).__name__).splitlines()[0].rstrip(".")
        remedy = "Name the folder of a complete sentence-transformers model, or a model on the Hugging Face hub."
        raise ModelError(f"cannot load the model {source}: {reason}.", remedy) from error


def _require_hub_name(name: str) -> None:
    """Raises ModelError for what can only be meant as a folder."""
    if name.startswith((".", "~", "/")) or name.count("/") > 1 or "\\" in name:
        raise ModelError(f"there is no folder {name}.", "Check the path of the model.")


def _require_hub(name: str) -> None:
    """Raises ModelError when the hub cannot be reached; any answer of its will do."""
    from huggingface_hub import constants

    message = f"{name} is neither a folder nor in the hub's cache on this machine, and the Hugging Face hub"
    remedy = "Check the name, or copy the model's folder to this machine and name that."
    if constants.HF_HUB_OFFLINE:
        raise ModelError(f"{message} is switched off (HF_HUB_OFFLINE).", remedy)
    try:
        with urllib.request.urlopen(urllib.request.Request(constants.ENDPOINT, method="HEAD"), timeout=PATIENCE):
            pass
    except urllib.error.HTTPError as answer:
        answer.close()
    except (OSError, ValueError) as error:
        raise ModelError(f"{message} cannot be reached: {error}.", remedy) from error
