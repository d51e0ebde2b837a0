"""Write one generation into a fresh folder, step by step, and verify it before anybody reads it."""

from __future__ import annotations

import secrets
import shutil
import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import numpy as np

from index.columns import write_columns
from index.duplicates import number_clusters
from index.embedding import Embedder
from index.embedding.interface import Vectors
from index.embedding.parallel import embed_many
from index.embedding.token_matrix import WordPieces
from index.embedding.token_vectors import default_token_vectors
from index.errors import FundstelleError
from index.keywords import analyze, write_keywords
from index.layout import ARCHIVE_FILE, CACHE_FILE, COLUMNS_FILE, KEYWORDS_FOLDER, READERS_FILE, generation_folder
from index.models import Article
from index.passages import embedded_text
from index.progress import Progress
from index.split import split_article
from index.store.archive import FileState, SplitArticle, write_archive
from index.store.embedding_cache import EmbeddingCache, text_key
from index.store.manifest import Manifest, write_manifest
from index.store.vectors import write_vectors
from index.store.words import write_words
from index.verify import verify_in_subprocess

EMBED_BATCH = 32
WORDS_BATCH = 1000
SPLIT_VERSION = "2"
"""Raised when sentences or passages are made differently: articles are then split again."""


@dataclass(frozen=True)
class GenerationWriter:
    """What the steps of a build share.

    Attributes:
        data: the data folder, whose writer's lock is held.
        embedder: makes the vectors.
        fingerprint: the embedder's.
        progress: told about the steps.
    """

    data: Path
    embedder: Embedder
    fingerprint: str
    progress: Progress

    def write(
        self, articles: Collection[Article], files: Collection[FileState], known: dict[str, SplitArticle]
    ) -> tuple[Manifest, int]:
        """Write and verify a generation; it is not current yet.

        Args:
            articles: all that it shall hold.
            files: the files they were read from.
            known: articles split earlier, by checksum, to be taken over.

        Returns:
            Its manifest, and how many passages had to be embedded.

        Raises:
            DamagedIndexError: it did not pass its check.
            FundstelleError: it cannot be written.
        """
        generation = f"{datetime.now(UTC):%Y%m%dT%H%M%S}-{secrets.token_hex(3)}"
        folder = generation_folder(self.data, generation)
        complete = False
        try:
            folder.mkdir(parents=True)
            (folder / READERS_FILE).touch()
            split = self._split(articles, known)
            write_archive(folder / ARCHIVE_FILE, files, split)
            vectors, embedded = self._embed(split)
            with self.progress("writing", len(vectors), "passage") as advance:
                languages = [s.article.language for s in split for _ in s.passages]
                write_vectors(folder, vectors, languages, advance)
            self._write_keywords(folder, split)
            self._write_words(folder, _texts(split))
            with self.progress("duplicates", 1, "index") as advance:
                write_columns(folder / COLUMNS_FILE, split, number_clusters(split))
                advance(1)
            manifest = self._manifest(generation, files, split, vectors)
            write_manifest(folder, manifest)
            with self.progress("checking", 1, "index") as advance:
                verify_in_subprocess(folder)
                advance(1)
            complete = True
        except (OSError, sqlite3.Error) as error:
            remedy = "The index in use is untouched. Free some disk space or check the permissions, then index again."
            raise FundstelleError(f"cannot write the index to {folder}: {error}.", remedy) from error
        finally:
            if not complete:
                shutil.rmtree(folder, ignore_errors=True)
        return manifest, embedded

    def _split(self, articles: Collection[Article], known: dict[str, SplitArticle]) -> list[SplitArticle]:
        """Take over the sentences and passages of unchanged articles, split the others."""
        split = []
        with self.progress("splitting", len(articles), "article") as advance:
            for article in articles:
                old = known.get(article.checksum)
                # The path may have changed: it is not part of the checksum.
                split.append(old._replace(article=article) if old else split_article(article, self.embedder))
                advance(1)
        return split

    def _embed(self, split: Sequence[SplitArticle]) -> tuple[Vectors, int]:
        """Vectors of all passages in row order, and how many had to be computed."""
        texts = _texts(split)
        keys = [text_key(text) for text in texts]
        with EmbeddingCache(self.data / CACHE_FILE, self.fingerprint) as cache:
            known = cache.lookup(list(dict.fromkeys(keys)))
            missing = list({key: text for key, text in zip(keys, texts, strict=True) if key not in known}.items())
            with self.progress("embedding", len(missing), "passage") as advance:
                for start in range(0, len(missing), EMBED_BATCH):
                    batch = missing[start : start + EMBED_BATCH]
                    vectors = embed_many(self.embedder, [text for _, text in batch])
                    cache.store([key for key, _ in batch], vectors)
                    known.update(zip([key for key, _ in batch], vectors, strict=True))
                    advance(len(batch))
            cache.prune(keys)
        return np.stack([known[key] for key in keys]), len(missing)

    def _write_keywords(self, folder: Path, split: Sequence[SplitArticle]) -> None:
        terms = []
        with self.progress("keywords", len(split), "article") as advance:
            for article, _, passages in split:
                texts = (embedded_text(article.title, article.text[p.start : p.end]) for p in passages)
                terms += [analyze(text, article.language) for text in texts]
                advance(1)
        write_keywords(folder / KEYWORDS_FOLDER, terms)

    def _write_words(self, folder: Path, texts: Sequence[str]) -> None:
        table, words = default_token_vectors(), list[WordPieces]()
        with self.progress("words", len(texts), "passage") as advance:
            for start in range(0, len(texts), WORDS_BATCH):
                batch = texts[start : start + WORDS_BATCH]
                words += table.encode_all(batch)
                advance(len(batch))
        write_words(folder, words)

    def _manifest(
        self, generation: str, files: Collection[FileState], split: Sequence[SplitArticle], vectors: Vectors
    ) -> Manifest:
        return Manifest(
            generation=generation,
            created=datetime.now(UTC).isoformat(timespec="seconds"),
            embedder=self.embedder.model_name,
            fingerprint=self.fingerprint,
            dimension=vectors.shape[1],
            articles=len(split),
            passages=len(vectors),
            sentences=sum(len(s.sentences) for s in split),
            roots=sorted({state.root for state in files}),
            versions={"split": SPLIT_VERSION, "chromadb": version("chromadb"), "bm25s": version("bm25s")},
        )


def _texts(split: Sequence[SplitArticle]) -> list[str]:
    """What is embedded of every passage, row by row."""
    return [embedded_text(s.article.title, s.article.text[p.start : p.end]) for s in split for p in s.passages]
