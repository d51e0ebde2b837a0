"""Files of a run that are never seen half-written."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any


def write_whole(path: Path, content: str) -> None:
    """Replace a file in one move: whoever reads it sees the old content or the new."""
    scratch = path.with_name(f".{path.name}.{os.getpid()}")
    scratch.write_text(content, encoding="utf-8")
    scratch.replace(path)


def as_json(value: Any) -> str:
    """Write JSON that a person can read; NaN would be an error, not a figure."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2) + "\n"
