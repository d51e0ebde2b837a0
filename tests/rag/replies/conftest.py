"""Questions of known kind, ours and those beside the repository."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[3]
HERE = Path(__file__).parent
SETS = ("mlqa.dev.de", "mlqa.dev.en", "mlqa.test.de.reconstructed", "m2qa-news-train.de")


def listed(name: str) -> list[tuple[str, str]]:
    """Language and text of every line of a list of texts in this folder."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [(entry["language"], text) for entry in map(json.loads, lines) for text in entry["texts"]]


def _questions() -> Iterator[str]:
    for path in sorted((REPOSITORY / "eval" / "gold").glob("*.jsonl")):
        yield from (json.loads(line)["question"] for line in path.read_text(encoding="utf-8").splitlines())
    for name in SETS:
        path = REPOSITORY.parent / "shared" / "data" / "qa" / f"{name}.jsonl.gz"
        if path.exists():
            with gzip.open(path, "rt", encoding="utf-8") as lines:
                yield from (json.loads(line)["question"] for line in lines)


@pytest.fixture(scope="session")
def questions() -> list[str]:
    """Real questions: the gold sets, and those of the data beside the repository where it is there."""
    return list(dict.fromkeys(_questions()))


@pytest.fixture(scope="session")
def foreign() -> list[tuple[str, str]]:
    """Questions in other languages."""
    return listed("foreign.jsonl")


@pytest.fixture(scope="session")
def ours() -> list[tuple[str, str]]:
    """German and English questions and keywords full of foreign names and titles."""
    return listed("ours.jsonl")
