"""What tests of the index share: a fast real embedder, and generations of a few articles made by the real builder."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

import index.write_generation
from index.build import build_index
from index.embedding.interface import PROBE
from index.layout import generation_folder
from index.models import Article
from index.verify import verify

_WORD = re.compile(r"\w+")


class HashingEmbedder:
    """Adds up a fixed random direction for every word: fast, and a text's vector depends on nothing but the text.

    Attributes:
        model_name: part of every direction, so that another name is another model.
        embedded: the passages that it was asked to embed, in order.
    """

    def __init__(self, model_name: str = "hashing", dimension: int = 24) -> None:
        self.model_name = model_name
        self.embedded: list[str] = []
        self._dimension = dimension
        self._directions: dict[str, np.ndarray] = {}

    def get_query_embedding(self, query: str) -> list[float]:
        total = np.zeros(self._dimension)
        for word in _WORD.findall(query.lower()):
            total += self._direction(word)
        vector: list[float] = total.tolist()
        return vector

    def get_text_embedding_batch(self, texts: list[str]) -> list[list[float]]:
        self.embedded += [text for text in texts if text != PROBE]
        return [self.get_query_embedding(text) for text in texts]

    def _direction(self, word: str) -> np.ndarray:
        if word not in self._directions:
            seed = zlib.crc32(f"{self.model_name}|{word}".encode())
            self._directions[word] = np.random.default_rng(seed).normal(size=self._dimension)
        return self._directions[word]


@pytest.fixture
def hashing() -> HashingEmbedder:
    """A fresh hashing embedder."""
    return HashingEmbedder()


@pytest.fixture(scope="session")
def other_model() -> HashingEmbedder:
    """An embedder whose vectors cannot be compared with those of `hashing`."""
    return HashingEmbedder("other")


@pytest.fixture
def verify_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Check new generations in this process: the same checks, without two seconds for starting another one."""
    monkeypatch.setattr(index.write_generation, "verify_in_subprocess", verify)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """An empty folder for articles."""
    folder = tmp_path / "source"
    folder.mkdir()
    return folder


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder that does not exist yet."""
    return tmp_path / "data"


@pytest.fixture
def make_article() -> Callable[..., Article]:
    """Makes an article from an id and a text, German unless told otherwise."""

    def make(article_id: str, text: str, **fields: str | None) -> Article:
        return Article.model_validate({"id": article_id, "title": "Titel", "language": "de", "text": text, **fields})

    return make


@pytest.fixture(scope="session")
def sound_generation(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a verified generation of 12 German and 8 English articles; to be copied or read only."""
    root = tmp_path_factory.mktemp("sound")
    source = root / "source"
    source.mkdir()
    for number in range(12):
        text = f"Der Kran Nummer {number} hebt {number * 7} Tonnen.\n\nEr steht in Halle {number}.\n"
        head = f"---\nlanguage: de\ntitle: Kran {number}\npublished: 2023-09-{number + 1:02}\nsource: Küstenbote\n---\n"
        (source / f"kran-{number}.md").write_text(head + text, encoding="utf-8")
    for number in range(8):
        text = f"Bridge number {number} carries {number * 3} trams a day.\n\nIt was built in 190{number}.\n"
        (source / f"bridge-{number}.md").write_text(f"---\nlanguage: en\ntitle: Bridge {number}\n---\n{text}")
    report = build_index(root / "data", [source], HashingEmbedder())
    return generation_folder(root / "data", report.generation)


@pytest.fixture
def leftovers() -> Callable[[Path], list[str]]:
    """Lists what lies in a data folder and does not belong there when nobody is at work."""

    def find(data: Path) -> list[str]:
        return sorted(_strays(data))

    return find


def _strays(data: Path) -> Iterator[str]:
    known = {"current.json", "writer.lock", "embeddings.sqlite", "embeddings.sqlite-wal", "embeddings.sqlite-shm"}
    for path in data.iterdir():
        if path.name not in known | {"generations"}:
            yield path.name
    pointer = data / "current.json"
    for folder in (data / "generations").glob("*"):
        if not pointer.is_file() or folder.name not in pointer.read_text(encoding="utf-8"):
            yield f"generations/{folder.name}"
