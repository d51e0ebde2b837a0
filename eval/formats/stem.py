"""The name of a data set: that of its file without all endings."""

from __future__ import annotations

import re
from pathlib import Path

_ENDINGS = frozenset([".gz", ".jsonl", ".json", ".csv", ".tsv", ".txt"])


def stem_of(path: Path) -> str:
    """`m2qa-news-train.de.jsonl.gz` gives `m2qa-news-train.de`; what ids cannot hold becomes a hyphen."""
    name = path.name
    while Path(name).suffix.lower() in _ENDINGS:
        name = Path(name).stem
    return re.sub(r"[^\w.-]+", "-", name).strip("-.") or "set"
