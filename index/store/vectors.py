"""Passage vectors: Chroma collections for nearest neighbours, and the same rows as a matrix for exact scores.

Each language has a collection of its own, so that the articles in one language never push those in the other off the
list of nearest neighbours. Chroma answers unfiltered questions over large archives. A metadata filter makes it ten to
fifty times slower than a scan of the matrix, and it keeps no copy of a vector that a rebuild could reuse; hence the
matrix beside it.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from index.best import best_places
from index.embedding.interface import Vectors
from index.models import Language
from index.store.chroma import chroma_errors, close_client, get_collection, new_collection, open_client
from index.store.mapped import mapped

if TYPE_CHECKING:
    from chromadb import Collection
    from chromadb.api.client import Client

BATCH = 2000
ROWS_AT_ONCE = 512
"""Rows copied and multiplied at a time: what fits a core's cache."""
MATRIX_FILE = "vectors.npy"
CHROMA_FOLDER = "chroma"


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
        DamagedIndexError: Chroma cannot write.
    """
    np.save(folder / MATRIX_FILE, vectors)
    (folder / CHROMA_FOLDER).mkdir()
    client = open_client(folder / CHROMA_FOLDER)
    try:
        for language in sorted(set(languages)):
            rows = [row for row, own in enumerate(languages) if own == language]
            collection = new_collection(client, language, len(rows))
            for start in range(0, len(rows), BATCH):
                batch = rows[start : start + BATCH]
                with chroma_errors():
                    collection.add(ids=[str(row) for row in batch], embeddings=vectors[batch])
                advance(len(batch))
    finally:
        close_client(client)


class VectorIndex:
    """Reads what `write_vectors` wrote. Chroma is opened at the first search. Safe for several threads."""

    def __init__(self, folder: Path) -> None:
        """Map the matrix into memory.

        Raises:
            OSError, ValueError: the file is missing or damaged.
        """
        self._folder = folder
        self.matrix: Vectors = mapped(folder / MATRIX_FILE)
        self._lock = threading.Lock()
        self._opened: Client | None = None
        self._collections: dict[Language, Collection] = {}

    def close(self) -> None:
        """Release Chroma's files."""
        with self._lock:
            self._collections.clear()
            if self._opened is not None:
                close_client(self._opened)
                self._opened = None

    @property
    def has_neighbours(self) -> bool:
        """Whether `nearest` can be used: Chroma writes whenever it opens its folder, so a read-only one is scanned."""
        return os.access(self._folder / CHROMA_FOLDER, os.W_OK)

    def nearest(self, vector: Vectors, language: Language, k: int) -> NDArray[np.int64]:
        """Rows of about the k nearest passages in one language (HNSW, approximate), nearest first.

        Raises:
            DamagedIndexError: Chroma cannot read its files, or holds no passage in this language.
        """
        with chroma_errors():
            found = self._collection(language).query(query_embeddings=vector, n_results=k, include=[])
        return np.array([int(i) for i in found["ids"][0]], dtype=np.int64)

    def nearest_among(self, vector: Vectors, rows: NDArray[np.int64], k: int) -> NDArray[np.int64]:
        """The k nearest passages among some rows (exact), nearest first; ties in row order."""
        return rows[best_places(self.scores(vector, rows), k)]

    def scores(self, vector: Vectors, rows: NDArray[np.int64]) -> Vectors:
        """Cosine of the question with some rows: float32 array of shape (len(rows),), -1 to 1."""
        cosines = np.empty(len(rows), dtype=np.float32)
        for start in range(0, len(rows), ROWS_AT_ONCE):
            part = slice(start, start + ROWS_AT_ONCE)
            # Not `@`: two threads that wait for each other take ten times as long on a busy machine.
            np.vecdot(self.matrix[rows[part]], vector, out=cosines[part])
        return cosines

    def count(self, language: Language) -> int:
        """Number of vectors in Chroma.

        Raises:
            DamagedIndexError: Chroma cannot read its files, or holds no passage in this language.
        """
        with chroma_errors():
            return self._collection(language).count()

    def _collection(self, language: Language) -> Collection:
        with self._lock:
            if self._opened is None:
                self._opened = open_client(self._folder / CHROMA_FOLDER)
            if language not in self._collections:
                self._collections[language] = get_collection(self._opened, language)
            return self._collections[language]
