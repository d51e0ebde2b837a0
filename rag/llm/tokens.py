"""How many tokens a text takes at most: an estimate, since every model counts differently and none is at hand."""

from __future__ import annotations

import math
import re

BYTES_A_TOKEN = 3
"""UTF-8 bytes of a word that become a token. German words take 3 to 4.5 in the vocabularies of Llama, Mistral, Qwen and
GPT models, English ones 4 to 5; the estimate has to err on the long side."""

_PARTS = re.compile(r"[^\W\d_]+|\S")


def most_tokens(text: str) -> int:
    """Count a text's tokens generously: a third of each word's bytes, rounded up, and one for every other character."""
    return sum(math.ceil(len(part.encode()) / BYTES_A_TOKEN) for part in _PARTS.findall(text))
