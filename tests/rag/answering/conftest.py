from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.archive import opened
from index.build import build_index
from index.embedding import Embedder
from index.generation import Generation


@pytest.fixture
def generation(request: pytest.FixtureRequest, tmp_path: Path, hashing: Embedder) -> Iterator[Generation]:
    """An archive of one article: the `TEXT` of the module that asks for it."""
    (tmp_path / "article.md").write_text(request.module.TEXT, encoding="utf-8")
    build_index(tmp_path / "data", [tmp_path / "article.md"], hashing)
    with opened(tmp_path / "data") as generation:
        yield generation
