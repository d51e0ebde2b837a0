"""Chroma as a generation uses it: one folder, written once, then only read; its errors told in our words."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

from index.errors import DamagedIndexError
from index.models import Language

if TYPE_CHECKING:
    from chromadb import Collection
    from chromadb.api.client import Client
    from chromadb.api.collection_configuration import CreateHNSWConfiguration

COLLECTION = "passages-{language}"
HNSW: CreateHNSWConfiguration = {
    "space": "cosine",
    "ef_construction": 200,
    "max_neighbors": 32,
    "ef_search": 400,
    "num_threads": 2,
}
SYNC_THRESHOLD = 1000
"""Rows after which Chroma writes its graph to disk. Opening a collection whose graph was never written writes an empty
one, so that readers would write to a generation: small collections are told to write theirs as well."""

REMEDY = "Check the data folder's free space and permissions, then build the index anew: fundstelle index --rebuild"

# Chroma shares one engine between all clients of a folder and counts them without a lock of its own.
_engines = threading.Lock()


def open_client(folder: Path) -> Client:
    """Open an existing folder.

    Raises:
        DamagedIndexError: it is missing, damaged, or may not be written (Chroma notes every opening in its database).
    """
    import chromadb
    from chromadb.config import Settings

    if not folder.is_dir():
        raise DamagedIndexError(f"{folder} is missing.", REMEDY)  # Chroma would make an empty one
    settings = Settings(anonymized_telemetry=False, allow_reset=False)
    with _engines, chroma_errors():
        try:
            return cast("Client", chromadb.PersistentClient(str(folder), settings=settings))
        except AttributeError as error:  # Chroma 1.5 stumbles over its own engine when that did not start
            raise DamagedIndexError(f"Chroma cannot open {folder}.", REMEDY) from error


def close_client(client: Client) -> None:
    """Release the folder; the engine stops with the last client."""
    with _engines:
        client.close()


def new_collection(client: Client, language: Language, rows: int) -> Collection:
    """Create the collection of a language that will hold so many rows.

    Raises:
        DamagedIndexError: Chroma cannot write.
    """
    threshold = max(2, min(SYNC_THRESHOLD, rows))
    hnsw: CreateHNSWConfiguration = {**HNSW, "sync_threshold": threshold, "batch_size": min(100, threshold)}
    name = COLLECTION.format(language=language)
    with chroma_errors():
        return client.create_collection(name, embedding_function=None, configuration={"hnsw": hnsw})


def get_collection(client: Client, language: Language) -> Collection:
    """The collection of a language.

    Raises:
        DamagedIndexError: there is none.
    """
    with chroma_errors():
        return client.get_collection(COLLECTION.format(language=language), embedding_function=None)


@contextmanager
def chroma_errors() -> Iterator[None]:
    """Turn what Chroma complains of inside the block into a `DamagedIndexError`."""
    from chromadb.errors import ChromaError

    try:
        yield
    except ChromaError as error:
        raise DamagedIndexError(f"Chroma fails on the vectors: {error}.", REMEDY) from error
