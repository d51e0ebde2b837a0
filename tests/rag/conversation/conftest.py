"""Dialogues with what must become of their last line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from index.language import detect_language
from rag.conversation import Exchange, Quote
from rag.replies import read_courtesy

FILE = Path(__file__).parent / "dialogues.jsonl"


@pytest.fixture(scope="session")
def dialogues() -> list[dict[str, Any]]:
    """Dialogues over the demo articles: `history` of questions with quotes, `follow_up`, and what is expected of it."""
    return [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="session")
def exchanges_of() -> Callable[[dict[str, Any]], list[Exchange]]:
    """The history of a dialogue as the rules read it."""

    def read(dialogue: dict[str, Any]) -> list[Exchange]:
        return [
            Exchange(turn["question"], detect_language(turn["question"]), tuple(Quote(**q) for q in turn["quotes"]))
            for turn in dialogue["history"]
            if read_courtesy(turn["question"]) is None
        ]

    return read
