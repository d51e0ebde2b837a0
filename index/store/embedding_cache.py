"""Vectors kept by content and model, so that no text is embedded twice and an interrupted build goes on."""

from __future__ import annotations

import hashlib
import logging
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType

import numpy as np

from index.embedding.interface import Vectors

logger = logging.getLogger(__name__)

SCHEMA = (
    "CREATE TABLE IF NOT EXISTS vectors (model TEXT, text TEXT, vector BLOB, PRIMARY KEY (model, text)) WITHOUT ROWID"
)
LOOKUP_BATCH = 500
KEEP_FACTOR = 3


def text_key(text: str) -> str:
    """SHA-256 (hex) of a text."""
    return hashlib.sha256(text.encode()).hexdigest()


class EmbeddingCache:
    """One SQLite file in the data folder, written by the one process that holds the writer's lock."""

    def __init__(self, path: Path, model: str) -> None:
        """Open or create the cache for one model's fingerprint; a damaged file is replaced by an empty one.

        Raises:
            sqlite3.Error: the file cannot be written.
        """
        self._model = model
        try:
            self._connection = _open(path)
        except sqlite3.OperationalError:
            raise  # no space, no permission: that is no damage
        except sqlite3.DatabaseError as error:
            logger.warning("the embedding cache is damaged (%s); everything is embedded anew", error)
            for ending in ("", "-wal", "-shm"):
                path.with_name(path.name + ending).unlink(missing_ok=True)
            self._connection = _open(path)

    def __enter__(self) -> EmbeddingCache:
        """Use as a context manager."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        self._connection.close()

    def lookup(self, keys: Sequence[str]) -> dict[str, Vectors]:
        """The vectors that are known, by key."""
        found: dict[str, Vectors] = {}
        for start in range(0, len(keys), LOOKUP_BATCH):
            batch = keys[start : start + LOOKUP_BATCH]
            marks = ",".join("?" * len(batch))
            query = f"SELECT text, vector FROM vectors WHERE model = ? AND text IN ({marks})"
            for key, blob in self._connection.execute(query, (self._model, *batch)):
                found[key] = np.frombuffer(blob, dtype=np.float32)
        return found

    def store(self, keys: Iterable[str], vectors: Vectors) -> None:
        """Keep vectors; committed at once, so that nothing embedded is lost."""
        rows = [(self._model, key, vector.tobytes()) for key, vector in zip(keys, vectors, strict=True)]
        with self._connection:
            self._connection.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)", rows)

    def prune(self, live: Iterable[str]) -> int:
        """Forget what the archive no longer uses once that is most of the file; return how many were forgotten.

        Until then it is kept: an article that comes back, or a model that is switched back to, costs nothing.
        """
        keys = set(live)
        stored = int(self._connection.execute("SELECT count(*) FROM vectors").fetchone()[0])
        if stored <= KEEP_FACTOR * max(1, len(keys)):
            return 0
        rows = self._connection.execute("SELECT model, text FROM vectors").fetchall()
        stale = [(model, key) for model, key in rows if model != self._model or key not in keys]
        with self._connection:
            self._connection.executemany("DELETE FROM vectors WHERE model = ? AND text = ?", stale)
        return len(stale)


def _open(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(SCHEMA)
        # Reads every page: about three seconds for a million vectors of 384 numbers.
        (state,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        if state != "ok":
            raise sqlite3.DatabaseError(state)
    except sqlite3.Error:
        connection.close()
        raise
    return connection
