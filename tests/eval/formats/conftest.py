"""Small files in the formats of others, written by hand."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

HARBOUR = "Im Hafen von Husum liegen 60.000 Tonnen Getreide. Der Umschlag ruht seit Montag."
CRANE = "Der Kran wurde 1908 in U\u0308bersee gebaut. Er hebt 40 Tonnen, und der alte Kran hob 20 Tonnen."
Write = Callable[[str, Any], Path]


def _question(identifier: str, question: str, context: str, *answers: str, **more: Any) -> dict[str, Any]:
    placed = [{"text": answer, "answer_start": context.index(answer)} for answer in answers]
    return {"id": identifier, "question": question, "answers": placed, **more}


@pytest.fixture
def squad() -> dict[str, Any]:
    """Two contexts, three answerable questions, one that is impossible."""
    harbour = [
        _question("h1", "Wie viel Getreide liegt im Hafen?", HARBOUR, "60.000 Tonnen", "60.000"),
        _question("h2", "Wer leitet den Hafen?", HARBOUR, is_impossible=True, plausible_answers=[]),
    ]
    crane = [
        _question("c1", "Wo wurde der Kran gebaut?", CRANE, "U\u0308bersee"),
        {"id": "c2", "question": "Wie viel hob der alte Kran?",
         "answers": [{"text": "Tonnen", "answer_start": CRANE.rindex("Tonnen")}]},
    ]  # fmt: skip
    paragraphs = [
        {"context": HARBOUR, "qas": harbour},
        {"context": f"  {CRANE}", "qas": []},
        {"context": CRANE, "qas": crane},
    ]
    return {"version": "v2.0", "data": [{"title": "Husum_(Hafen)", "paragraphs": paragraphs}]}


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a file: text as it is, lists as JSON Lines, anything else as JSON."""

    def to_file(name: str, content: Any) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, list):
            content = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in content)
        elif not isinstance(content, str):
            content = json.dumps(content, ensure_ascii=False)
        path.write_text(content, encoding="utf-8")
        return path

    return to_file
