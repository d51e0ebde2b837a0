"""`fundstelle doctor`: what is missing or broken, and how to mend it."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from index.errors import FundstelleError
from index.layout import current_generation, data_folder, generation_folder
from index.lock import is_stale, read_holder
from rag.cli.command import DONE, FAILED, Command
from rag.cli.output import say, say_json

PACKAGES = (
    "llama-index-core",
    "chromadb",
    "sentence-transformers",
    "gradio",
    "langdetect",
    "onnxruntime",
    "bm25s",
    "torch",
)
LEAST_FREE_MEGABYTES = 500


@dataclass(frozen=True)
class Finding:
    """The outcome of one check: what was looked at, whether it is well, what was seen, and the mend if it is not."""

    check: str
    ok: bool
    seen: str
    remedy: str = ""


def _configure(parser: argparse.ArgumentParser) -> None:
    del parser  # nothing beyond --data and --json


def _run(options: argparse.Namespace) -> int:
    findings = list(examine(data_folder(options.data)))
    if options.json:
        say_json([asdict(finding) for finding in findings], indent=2)
    else:
        for finding in findings:
            mend = f"\n        mend: {finding.remedy}" if not finding.ok else ""
            say(f"{'ok' if finding.ok else 'BROKEN':>6}  {finding.check}: {finding.seen}{mend}")
    return DONE if all(finding.ok for finding in findings) else FAILED


def examine(data: Path) -> Iterator[Finding]:
    """Run all checks, each independent of the others' success."""
    yield Finding("python", sys.version_info >= (3, 11), sys.version.split()[0], "Install Python 3.11 or newer.")
    yield _packages()
    yield _guarded("embedder", _embedder, "")
    yield _guarded("reader", _reader, "")
    yield _guarded("language model", _language_model, "See docs/llm.md.")
    yield _data_folder(data)
    yield _lock(data)
    yield _guarded("index", lambda: _index(data), "fundstelle index --rebuild")


def _packages() -> Finding:
    found, missing = [], []
    for name in PACKAGES:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            missing.append(name)
    seen = f"missing: {', '.join(missing)}" if missing else ", ".join(found)
    return Finding("packages", not missing, seen, "Run: make demo")


def _guarded(check: str, look: Callable[[], str], remedy: str) -> Finding:
    try:
        return Finding(check, True, look())
    except FundstelleError as error:
        return Finding(check, False, str(error.args[0]), error.remedy or remedy)
    except ImportError as error:
        return Finding(check, False, str(error), "Run: make demo")


def _embedder() -> str:
    from index.embedding import default_embedder

    embedder = default_embedder()
    dimension = len(embedder.get_query_embedding("Probe"))
    chosen = ", named by FUNDSTELLE_EMBEDDER" if os.environ.get("FUNDSTELLE_EMBEDDER") else ""
    limits = f"{dimension} dimensions, up to {embedder.max_tokens} tokens"
    return f"{embedder.model_name} ({embedder.fingerprint}), {limits}{chosen}"


def _reader() -> str:
    from rag.reading.cross_encoder import named_reader
    from rag.reading.reader import FOLDER, default_reader
    from rag.retrieval.reranking import reranking_budget

    shipped = f"{FOLDER.name} ({default_reader().fingerprint})"
    named = named_reader()
    ranks = f"{named.model_name}, named by FUNDSTELLE_READER," if named else "it"
    return f"{shipped}; {ranks} ranks the best {reranking_budget()} passages"


def _language_model() -> str:
    from rag.llm.model import chosen_model

    model = chosen_model(None)
    if model is None:
        return "none, answers are quotes; FUNDSTELLE_LLM names one (docs/llm.md)"
    from rag.llm.check import check_model_server

    return check_model_server(model)


def _data_folder(data: Path) -> Finding:
    if data.exists() and not data.is_dir():
        return Finding("data folder", False, f"{data} is a file", "Name a folder with --data.")
    existing = next(folder for folder in (data, *data.parents) if folder.exists())
    free = shutil.disk_usage(existing).free // 1_000_000
    seen = f"{data}, {free} MB free"
    if not os.access(existing, os.W_OK):
        return Finding(
            "data folder", False, f"{seen}, not writable", "Change its permissions or name another with --data."
        )
    return Finding("data folder", free >= LEAST_FREE_MEGABYTES, seen, "Free some disk space.")


def _lock(data: Path) -> Finding:
    holder = read_holder(data)
    if holder is None:
        return Finding("writer's lock", True, "free")
    if is_stale(holder):
        return Finding(
            "writer's lock", True, f"left by process {holder.pid}, which is gone; the next build takes it over"
        )
    return Finding("writer's lock", True, f"process {holder.pid} on {holder.host} is indexing since {holder.since}")


def _index(data: Path) -> str:
    generation = current_generation(data)
    if generation is None:
        raise FundstelleError("nothing is indexed yet.", "fundstelle index PATH")
    from index.embedding import default_embedder
    from index.generation import check_model
    from index.store.manifest import read_manifest
    from index.verify import verify_in_subprocess

    folder = generation_folder(data, generation)
    manifest = read_manifest(folder)
    embedder = default_embedder()
    check_model(manifest, embedder.model_name, embedder.fingerprint)
    verify_in_subprocess(folder)
    return f"{manifest.articles} articles, {manifest.passages} passages, all parts agree ({generation})"


DOCTOR = Command(
    "doctor",
    "find what is missing or broken, and tell how to mend it",
    _configure,
    _run,
    (
        "fundstelle doctor",
        'FUNDSTELLE_LLM="http://localhost:11434/v1#llama3.1" fundstelle doctor    does the language model answer?',
        "FUNDSTELLE_EMBEDDER=~/models/e5-small fundstelle doctor    does it load, and was the index made with it?",
    ),
)
