"""`fundstelle status`: what is indexed."""

from __future__ import annotations

import argparse
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import DamagedIndexError
from index.layout import ARCHIVE_FILE, current_generation, data_folder, generation_folder
from index.lock import is_stale, read_holder
from rag.cli.command import DONE, Command
from rag.cli.output import say, say_json

if TYPE_CHECKING:
    from index.store.manifest import Manifest


def _configure(parser: argparse.ArgumentParser) -> None:
    del parser  # nothing beyond --data and --json


def _run(options: argparse.Namespace) -> int:
    facts = status(data_folder(options.data))
    if options.json:
        say_json(facts, indent=2)
    else:
        say("\n".join(f"{name:<12} {_shown(value)}" for name, value in facts.items()))
    return DONE


def status(data: Path) -> dict[str, object]:
    """What a data folder holds; readable without loading a model.

    Raises:
        DamagedIndexError, IncompatibleIndexError: the index cannot be read.
    """
    facts: dict[str, object] = {"data": str(data), "generation": current_generation(data)}
    holder = read_holder(data)
    if holder is not None:
        state = "left by a dead process" if is_stale(holder) else "indexing now"
        facts["writer"] = f"process {holder.pid} on {holder.host}, {state}"
    if facts["generation"] is None:
        facts["articles"] = 0
        facts["next"] = "fundstelle index PATH"
        return facts
    from index.store.archive import Archive
    from index.store.manifest import read_manifest

    folder = generation_folder(data, str(facts["generation"]))
    manifest = read_manifest(folder)
    try:
        with closing(Archive(folder / ARCHIVE_FILE)) as archive:
            articles = list(archive.articles())
    except sqlite3.Error as error:
        remedy = "Build it anew: fundstelle index --rebuild"
        raise DamagedIndexError(f"the archive of {folder.name} is damaged: {error}.", remedy) from error
    dates = sorted(article.published for article in articles if article.published)
    facts |= {
        "created": manifest.created,
        "articles": manifest.articles,
        "passages": manifest.passages,
        "sentences": manifest.sentences,
        "languages": dict(sorted(Counter(article.language for article in articles).items())),
        "outlets": len({article.source for article in articles if article.source}),
        "dates": f"{dates[0]} to {dates[-1]}" if dates else None,
        "undated": len(articles) - len(dates),
        "embedder": f"{manifest.embedder} ({manifest.fingerprint})",
        **_mismatch(manifest),
        "paths": manifest.roots,
        "megabytes": round(sum(file.stat().st_size for file in data.rglob("*") if file.is_file()) / 1e6, 1),
    }
    return facts


def _mismatch(manifest: Manifest) -> dict[str, object]:
    """What there is to say when another model is in use than the one that the index was made with."""
    from index.embedding.default import model_in_use

    name, fingerprint = model_in_use()
    if fingerprint == manifest.fingerprint or (fingerprint is None and name == manifest.embedder):
        return {}
    known = f" ({fingerprint})" if fingerprint else ""
    return {"mismatch": f"the model in use is {name}{known}; embed the archive anew: fundstelle index --rebuild"}


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {count}" for name, count in value.items())
    if isinstance(value, list):
        return ", ".join(str(item) for item in value)
    return "none" if value is None else str(value)


STATUS = Command("status", "tell what is indexed", _configure, _run, ("fundstelle status", "fundstelle status --json"))
