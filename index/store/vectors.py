"""Passage vectors: Chroma collections for nearest neighbours, and the same rows as a matrix for exact scores.

Each language has a collection of its own, so that the articles in one language never push those in the other off the
list of nearest neighbours. Chroma answers unfiltered questions over large archives. A metadata filter makes it ten to
fifty times slower than a scan of the matrix, and it keeps no copy of a vector that a rebuild could reuse; hence the
matrix beside it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np
from numpy.typing import NDArray

from index.embedding.interface import Vectors
from index.models import Language

if TYPE_CHECKING:
    from chromadb import Collection
    from chromadb.api.client import Client
    from chromadb.api.collection_configuration import CreateHNSWConfiguration

COLLECTION = "passages-{language}"
BATCH = 2000
MATRIX_FILE = "vectors.npy"
CHROMA_FOLDER = "chroma"
EF_SEARCH = 400
HNSW: CreateHNSWConfiguration = {
    "space": "cosine",
    "ef_construction": 200,
    "max_neighbors": 32,
    "ef_search": EF_SEARCH,
    "num_threads": 2,
}


def write_vectors(
    folder: Path, vectors: Vectors, languages: Sequence[Language], advance: Callable[[int], None]
) -> None:
    """Write the matrix and fresh Chroma collections into a generation's folder.

    Args:
        folder: the generation.
        vectors: unit vectors, float32, shape (passages, dimension); the row is the id in Chroma.
        languages: the language of each row.
        advance: called with the number of rows written since the last call.

    Raises:
        OSError: the disk is full or the folder cannot be written.
    """
    np.save(folder / MATRIX_FILE, vectors)
    client = _client(folder / CHROMA_FOLDER)
    try:
        for language in sorted(set(languages)):
            name = COLLECTION.format(language=language)
            collection = client.create_collection(name, embedding_function=None, configuration={"hnsw": HNSW})
            rows = [row for row, own in enumerate(languages) if own == language]
            for start in range(0, len(rows), BATCH):
                batch = rows[start : start + BATCH]
                collection.add(ids=[str(row) for row in batch], embeddings=vectors[batch])
                advance(len(batch))
    finally:
        client.close()


class VectorIndex:
    """Reads what `write_vectors` wrote. Chroma is opened at the first search. Safe for several threads."""

    def __init__(self, folder: Path) -> None:
        """Map the matrix into memory.

        Raises:
            OSError, ValueError: the file is missing or damaged.
        """
        self._folder = folder
        self.matrix: Vectors = np.load(folder / MATRIX_FILE, mmap_mode="r")
        self._lock = threading.Lock()
        self._opened: Client | None = None
        self._collections: dict[Language, Collection] = {}

    def close(self) -> None:
        """Release Chroma's files."""
        with self._lock:
            self._collections.clear()
            if self._opened is not None:
                self._opened.close()
                self._opened = None

    def nearest(self, vector: Vectors, language: Language, k: int) -> NDArray[np.int64]:
        """Rows of about the k nearest passages in one language (HNSW, approximate), nearest first."""
        found = self._collection(language).query(query_embeddings=vector, n_results=k, include=[])
        return np.array([int(i) for i in found["ids"][0]], dtype=np.int64)

    def nearest_among(self, vector: Vectors, rows: NDArray[np.int64], k: int) -> NDArray[np.int64]:
        """The k nearest passages among some rows (exact), nearest first; ties in row order."""
        scores = self.scores(vector, rows)
        return rows[np.argsort(-scores, kind="stable")[:k]]

    def scores(self, vector: Vectors, rows: NDArray[np.int64]) -> Vectors:
        """Cosine of the question with some rows: float32 array of shape (len(rows),), -1 to 1."""
        cosines: Vectors = self.matrix[rows] @ vector
        return cosines

    def count(self, language: Language) -> int:
        """Number of vectors in Chroma."""
        return self._collection(language).count()

    def _collection(self, language: Language) -> Collection:
        with self._lock:
            if self._opened is None:
                self._opened = _client(self._folder / CHROMA_FOLDER)
            if language not in self._collections:
                name = COLLECTION.format(language=language)
                self._collections[language] = self._opened.get_collection(name, embedding_function=None)
            return self._collections[language]


def _client(folder: Path) -> Client:
    import chromadb
    from chromadb.config import Settings

    settings = Settings(anonymized_telemetry=False, allow_reset=False)
    return cast("Client", chromadb.PersistentClient(str(folder), settings=settings))
