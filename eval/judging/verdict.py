"""A judge's reply read strictly: a verdict, or none. "Yesterday" is no "yes"."""

from __future__ import annotations

import json
from typing import Any

WORDS = {"correct": True, "incorrect": False}


def read_verdict(reply: str) -> bool | None:
    """Read a reply; None when it is no verdict.

    A verdict is one of the two words and nothing else, or a JSON object whose `verdict` is one of them; the object may
    have a `reason` and nothing else, and no name twice. Case counts. White space around it does not.
    """
    text = reply.strip()
    if text in WORDS:
        return WORDS[text]
    try:
        found = json.loads(text, object_pairs_hook=_once)
    except (json.JSONDecodeError, RecursionError):
        return None
    if not isinstance(found, dict) or not found.keys() <= {"verdict", "reason"}:
        return None
    word = found.get("verdict")
    return WORDS.get(word) if isinstance(word, str) else None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object; one that names something twice says two things, and is taken for nothing."""
    found = dict(pairs)
    return found if len(found) == len(pairs) else {}
