"""Tokenizers from their files."""

from __future__ import annotations

import json
from pathlib import Path

from tokenizers import Tokenizer


def load_tokenizer(path: Path) -> Tokenizer:
    """Read a `tokenizer.json`.

    Raises:
        OSError: it is missing.
        ValueError: it is no JSON, of which the library itself would say no more than `Exception`.
    """
    text = path.read_text(encoding="utf-8")
    json.loads(text)
    return Tokenizer.from_str(text)
