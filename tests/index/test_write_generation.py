from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from index.embedding import fingerprint_of
from index.embedding.interface import embed_passages
from index.errors import DamagedIndexError
from index.generation import Generation
from index.layout import generation_folder
from index.models import Article
from index.passages import embedded_text
from index.progress import Advance, silent
from index.split import split_article
from index.store.archive import FileState, SplitArticle
from index.write_generation import SPLIT_VERSION, GenerationWriter

if TYPE_CHECKING:
    from tests.index.conftest import HashingEmbedder

REPOSITORY = Path(__file__).resolve().parents[2]
FILES = [FileState("/news/a.md", "/news", "d1"), FileState("/more/b.md", "/more", "d2")]

Make = Callable[..., Article]


@pytest.fixture
def articles(make_article: Make) -> list[Article]:
    return [
        make_article("a", "Der Kran hebt.\n\nKosten\n\nEr ist neu.", path="/news/a.md", title="Kran"),
        make_article("b", "The bridge closes. It is old.", path="/more/b.md", language="en", title="Bridge"),
        make_article("c", "Im Zoo.", path="/more/b.md", title="Zoo"),
    ]


@pytest.fixture
def writer(data: Path, hashing: HashingEmbedder) -> GenerationWriter:
    data.mkdir()
    return GenerationWriter(data, hashing, fingerprint_of(hashing), silent)


@pytest.mark.usefixtures("verify_here")
def test_the_parts_tell_the_same_story(
    writer: GenerationWriter, articles: list[Article], hashing: HashingEmbedder
) -> None:
    manifest, embedded = writer.write(articles, FILES, {})
    generation = Generation(generation_folder(writer.data, manifest.generation))
    assert [split.article for _, split in generation.archive.split_articles()] == articles
    assert (manifest.articles, manifest.passages, manifest.sentences) == generation.archive.counts()
    assert embedded == manifest.passages == len(generation.vectors.matrix)
    stored = generation.archive.passages(range(manifest.passages))
    texts = [embedded_text(s.article.title, s.article.text[s.passage.start : s.passage.end]) for s in stored]
    np.testing.assert_array_equal(generation.vectors.matrix, embed_passages(hashing, texts))
    assert generation.columns.article_numbers(np.arange(manifest.passages)).tolist() == [
        [article.id for article in articles].index(s.article.id) for s in stored
    ]
    assert generation.keywords.scores(["=bridg"]).nonzero()[0].tolist() == [
        s.row for s in stored if s.article.id == "b"
    ]
    generation.close()


@pytest.mark.usefixtures("verify_here")
def test_the_manifest_tells_where_from_and_by_what(writer: GenerationWriter, articles: list[Article]) -> None:
    manifest, _ = writer.write(articles, FILES, {})
    assert manifest.roots == ["/more", "/news"]
    assert (manifest.embedder, manifest.fingerprint, manifest.dimension) == ("hashing", writer.fingerprint, 24)
    assert manifest.versions["split"] == SPLIT_VERSION
    assert manifest.versions.keys() == {"split", "chromadb", "bm25s"}


@pytest.mark.usefixtures("verify_here")
def test_articles_split_before_are_taken_over_as_they_were(
    writer: GenerationWriter, articles: list[Article], hashing: HashingEmbedder
) -> None:
    """Known splits are trusted, under the path that the article has now."""
    whole = split_article(articles[0], hashing)
    known = SplitArticle(
        whole.article.model_copy(update={"path": "/old/a.md"}), whole.sentences[:1], whole.passages[:1]
    )
    manifest, _ = writer.write(articles, FILES, {articles[0].checksum: known})
    generation = Generation(generation_folder(writer.data, manifest.generation))
    assert generation.archive.sentences("a") == whole.sentences[:1]
    assert generation.archive.article("a").path == "/news/a.md"
    assert len(generation.archive.sentences("b")) == 2
    generation.close()


def test_the_check_runs_in_a_process_of_its_own(
    writer: GenerationWriter, articles: list[Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A damaged vector index can bring down the process that opens it: here one does, and the builder survives."""
    manifest, _ = writer.write(articles, FILES, {})
    folder = generation_folder(writer.data, manifest.generation)
    assert folder.is_dir()
    killer = writer.data / "killer.sh"
    killer.write_text("#!/bin/sh\nkill -SEGV $$\n")
    killer.chmod(0o755)
    monkeypatch.setattr("index.verify.sys.executable", str(killer))
    with pytest.raises(DamagedIndexError, match="exit status -11"):
        writer.write(articles, FILES, {})
    assert [path.name for path in folder.parent.iterdir()] == [folder.name]


@pytest.mark.usefixtures("verify_here")
def test_progress_is_told_with_true_counts(data: Path, articles: list[Article], hashing: HashingEmbedder) -> None:
    data.mkdir()
    done: dict[str, list[int]] = {}
    totals: dict[str, tuple[int, str]] = {}

    @contextmanager
    def record(step: str, total: int, unit: str) -> Iterator[Advance]:
        totals[step] = (total, unit)
        yield done.setdefault(step, []).append

    manifest, _ = GenerationWriter(data, hashing, fingerprint_of(hashing), record).write(articles, FILES, {})
    passages = manifest.passages
    assert totals == {
        "splitting": (3, "article"),
        "embedding": (passages, "passage"),
        "writing": (passages, "passage"),
        "keywords": (3, "article"),
        "words": (passages, "passage"),
        "duplicates": (1, "index"),
        "checking": (1, "index"),
    }
    assert {step: sum(counts) for step, counts in done.items()} == {step: total for step, (total, _) in totals.items()}


FULL = """
import hashlib, resource, sys
from pathlib import Path
import chromadb
import numpy as np
from index.build import build_index
from index.errors import FundstelleError

class Hashing:
    model_name = "hashing"
    def get_query_embedding(self, query):
        seed = int(hashlib.sha256(query.encode()).hexdigest()[:8], 16)
        return np.random.default_rng(seed).normal(size=16).tolist()
    def get_text_embedding_batch(self, texts):
        return [self.get_query_embedding(text) for text in texts]

limit = int(sys.argv[3])
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    build_index(sys.argv[1], [Path(sys.argv[2])], Hashing())
    print("built")
except FundstelleError as error:
    print(type(error).__name__, error)
"""


def test_a_disk_that_fills_up_is_told_and_leaves_nothing(
    source: Path, data: Path, leftovers: Callable[[Path], list[str]]
) -> None:
    """No file may grow beyond the limit: the lock, the archive, the cache and Chroma's database meet it in turn."""
    words = " ".join(f"Wort{number}" for number in range(50))
    for number in range(60):
        (source / f"{number}.txt").write_text(f"Der Kran Nummer {number} hebt viel. {words}.")
    command = [sys.executable, "-c", FULL, str(data), str(source)]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}

    def build(size: int) -> str:
        done = subprocess.run(
            [*command, str(size)], cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=True
        )
        return done.stdout

    for limit in (0, 5_000, 40_000, 150_000):
        said = build(limit)
        assert "Error" in said
        assert "space" in said
        assert leftovers(data) == []
        assert not (data / "current.json").exists()
    assert build(10_000_000) == "built\n"
    assert leftovers(data) == []
