"""The service over the archive of tiny articles, as a client sees it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from index.embedding import OnnxEmbedder
from rag import Fundstelle
from rag.service import create_app


@pytest.fixture(scope="module")
def client(archive: Path, embedder: OnnxEmbedder) -> Iterator[TestClient]:
    with (
        Fundstelle.open(archive, embedder=embedder) as fundstelle,
        TestClient(create_app(fundstelle), raise_server_exceptions=False) as client,
    ):
        yield client
