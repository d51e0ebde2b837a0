"""A generation as readers see it: complete, checked against the model, never changing."""

from __future__ import annotations

import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import numpy as np

from index.columns import Columns, Rows
from index.embedding.interface import Vectors
from index.errors import DamagedIndexError, IncompatibleIndexError
from index.keywords import KeywordIndex
from index.layout import ARCHIVE_FILE, COLUMNS_FILE, KEYWORDS_FOLDER, READERS_FILE
from index.models import Language
from index.store.archive import Archive
from index.store.manifest import Manifest, read_manifest
from index.store.mapped import give_back
from index.store.vectors import VectorIndex
from index.store.words import PassageWords

LARGE = 200_000_000
"""Bytes of mapped files (about 35,000 passages) from which on they are given back after each question."""

SAMPLE = 2000
"""Passages whose cosines stand for all where there are more: the mean of 2,000 is within 0.003."""


class Generation:
    """Everything a question needs, opened together.

    Attributes:
        manifest: what the generation says of itself.
        archive: articles, sentences and passages.
        columns: filters.
        keywords: BM25.
        vectors: nearest neighbours.
        words: passages' words as pieces, for late interaction.
    """

    def __init__(self, folder: Path) -> None:
        """Open a generation's folder.

        Raises:
            IncompatibleIndexError: another schema wrote it.
            DamagedIndexError: a part is missing, unreadable or does not fit the others.
        """
        self.manifest: Manifest = read_manifest(folder)
        with ExitStack() as opened:
            opened.callback(os.close, _announce_reader(folder))
            try:
                self.archive = Archive(folder / ARCHIVE_FILE)
                opened.callback(self.archive.close)
                self.columns = Columns(folder / COLUMNS_FILE, self.archive.sources())
                self.keywords = KeywordIndex(folder / KEYWORDS_FOLDER, self.manifest.passages)
                self.words = PassageWords(folder, self.manifest.passages)
                self.vectors = VectorIndex(folder)
                opened.callback(self.vectors.close)
            except (OSError, EOFError, ValueError, KeyError, TypeError, sqlite3.Error) as error:
                remedy = "Build it anew: fundstelle index --rebuild"
                raise DamagedIndexError(f"the index {folder.name} is damaged: {error}.", remedy) from error
            self._opened = opened.pop_all()
            self._samples: dict[Language | None, Vectors] = {}

    def sample(self, language: Language | None = None) -> Vectors:
        """Vectors of about 2,000 passages in a language, evenly spread, or of all if there are fewer; None: of any.

        Copied once: to read them where they are brings nearly every page of the file into memory.
        """
        if language not in self._samples:
            rows: Rows = np.arange(len(self.columns)) if language is None else self.columns.rows_of(language)
            self._samples[language] = self.vectors.matrix[rows[:: max(1, len(rows) // SAMPLE)]]
            self.give_back()
        return self._samples[language]

    def give_back(self) -> None:
        """Let go of what questions have brought into memory of a large archive's files; the next one fetches it again.

        Two milliseconds at 100,000 passages, where half of the process would be pages of files otherwise.
        """
        files = [*self.keywords.files, *self.words.files, self.vectors.matrix]
        if sum(file.nbytes for file in files) >= LARGE:
            give_back(files)

    def close(self) -> None:
        """Release all files."""
        self._opened.close()


def check_model(manifest: Manifest, name: str, fingerprint: str) -> None:
    """Refuse a generation whose vectors another model made.

    Raises:
        IncompatibleIndexError: the fingerprints differ.
    """
    if manifest.fingerprint != fingerprint:
        message = (
            f"the index {manifest.generation} was embedded with {manifest.embedder} ({manifest.fingerprint}), "
            f"the model in use is {name} ({fingerprint})."
        )
        raise IncompatibleIndexError(message, "Embed the archive anew: fundstelle index --rebuild")


@contextmanager
def without_readers(folder: Path) -> Iterator[bool]:
    """Keep readers from opening a generation while the block runs; False when a living process has it open.

    What is deleted within is deleted before a reader that comes just then looks for it: it finds nothing and goes on
    to the next generation, instead of opening half of this one.
    """
    try:
        descriptor = os.open(folder / READERS_FILE, os.O_RDWR)
    except OSError:
        yield True
        return
    try:
        yield _try_exclusive(descriptor)
    finally:
        os.close(descriptor)


def _try_exclusive(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _announce_reader(folder: Path) -> int:
    """Hold a shared lock, which the kernel drops when the process ends, so that no writer deletes what is read."""
    try:
        descriptor = os.open(folder / READERS_FILE, os.O_RDONLY)
        fcntl.flock(descriptor, fcntl.LOCK_SH)
    except OSError as error:
        remedy = "Build it anew: fundstelle index --rebuild"
        raise DamagedIndexError(f"the index {folder.name} is incomplete: {error}.", remedy) from error
    return descriptor
