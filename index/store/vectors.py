"""Passage vectors: a Chroma collection for nearest neighbours, and the same rows as a matrix for exact scores.

Chroma answers unfiltered questions over large archives. A metadata filter makes it ten to fifty times slower than a
scan of the matrix, and it keeps no copy of a vector that a rebuild could reuse; hence the matrix beside it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from index.embedding.interface import Vectors

if TYPE_CHECKING:
    from chromadb.api import ClientAPI

COLLECTION = "passages"
BATCH = 2000
MATRIX_FILE = "vectors.npy"
CHROMA_FOLDER = "chroma"
EF_SEARCH = 400
HNSW = {
    "space": "cosine",
    "ef_construction": 200,
    "max_neighbors": 32,
    "ef_search": EF_SEARCH,
    "num_threads": 2,
}


def write_vectors(folder: Path, vectors: Vectors, advance: Callable[[int], None]) -> None:
    """Write the matrix and a fresh Chroma collection into a generation's folder.

    Args:
        folder: the generation.
        vectors: unit vectors, float32, shape (passages, dimension); the row is the id in Chroma.
        advance: called with the number of rows written since the last call.

    Raises:
        OSError: the disk is full or the folder cannot be written.
    """
    np.save(folder / MATRIX_FILE, vectors)
    client = _client(folder / CHROMA_FOLDER)
    try:
        collection = client.create_collection(COLLECTION, embedding_function=None, configuration={"hnsw": HNSW})
        for start in range(0, len(vectors), BATCH):
            batch = vectors[start : start + BATCH]
            collection.add(ids=[str(start + i) for i in range(len(batch))], embeddings=batch)
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
        self._client: ClientAPI | None = None

    def close(self) -> None:
        """Release Chroma's files."""
        if self._client is not None:
            self._client.close()
            self._client = None

    def nearest(self, vector: Vectors, k: int) -> NDArray[np.int64]:
        """Rows of about the k nearest passages (HNSW, approximate), nearest first."""
        if self._client is None:
            self._client = _client(self._folder / CHROMA_FOLDER)
        collection = self._client.get_collection(COLLECTION, embedding_function=None)
        wanted = min(k, len(self.matrix))
        found = collection.query(query_embeddings=[vector], n_results=wanted, include=[])
        return np.array([int(i) for i in found["ids"][0]], dtype=np.int64)

    def nearest_among(self, vector: Vectors, rows: NDArray[np.int64], k: int) -> NDArray[np.int64]:
        """The k nearest passages among some rows (exact), nearest first; ties in row order."""
        scores = self.scores(vector, rows)
        return rows[np.argsort(-scores, kind="stable")[:k]]

    def scores(self, vector: Vectors, rows: NDArray[np.int64]) -> Vectors:
        """Cosine of the question with some rows: float32 array of shape (len(rows),), -1 to 1."""
        cosines: Vectors = self.matrix[rows] @ vector
        return cosines

    def count(self) -> int:
        """Number of vectors in Chroma."""
        if self._client is None:
            self._client = _client(self._folder / CHROMA_FOLDER)
        return self._client.get_collection(COLLECTION, embedding_function=None).count()


def _client(folder: Path) -> ClientAPI:
    import chromadb

    settings = chromadb.Settings(anonymized_telemetry=False, allow_reset=False)
    return chromadb.PersistentClient(str(folder), settings=settings)
