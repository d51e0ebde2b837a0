"""Data sets as they lie in their folders: one JSON record a line, packed."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

M2QA_NEWS = "m2qa-news-train.de.jsonl.gz"
"""M2QA's German news questions (Engländer et al. 2024): measured on, never trained on."""


def read_records(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a `.jsonl.gz` file, one after the other.

    Raises:
        OSError: the file is missing.
    """
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def is_answerable(record: dict[str, Any]) -> bool:
    """Whether the passage of an M2QA record answers its question."""
    return bool(record["answers"]["text"])
