from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from eval.formats.guess import guess_format
from index.errors import SourceError, UsageError

Write = Callable[[str, Any], Path]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({"data": []}, "squad"),
        ('{\n "version": "1.1",\n "data": []\n}', "squad"),
        ([{"id": "1", "question": "Wo?", "language": "de", "answerable": False}], "gold"),
        ([{"id": "1", "question": "Wo?", "evidence": []}], "evidence"),
        ([{"question": "Wo?", "context": "Hier."}], "passages"),
        ([{"query": "wo", "passage": "Hier.", "label": 1}], "passages"),
        ("q1 0 d1 1\n", "qrels"),
        ("\nq1 Q0 d1 1 2.5 bm25\n", "trec-run"),
        ("Nr;Frage;Antwort\n", "csv"),
        ("id,question\n", "csv"),
        ("id\tQuestion\n", "csv"),
    ],
)
def test_files_are_told_by_their_content(write: Write, content: Any, expected: str) -> None:
    assert guess_format(write("datei", content)) == expected


def test_folders_are_told_by_what_they_hold(write: Write) -> None:
    assert guess_format(write("a/corpus.jsonl", "x").parent) == "beir"
    assert guess_format(write("b/questions.jsonl", "x").parent) == "run-folder"
    with pytest.raises(UsageError, match="folder"):
        guess_format(write("c/notes.txt", "x").parent)


@pytest.mark.parametrize("content", ["Es regnet.", "{", "[1]", '{"a": 1}'])
def test_an_unknown_file_asks_for_its_format(write: Write, content: str) -> None:
    with pytest.raises(UsageError, match="--from"):
        guess_format(write("datei", content))


def test_an_empty_file_is_refused(write: Write) -> None:
    with pytest.raises(SourceError, match="empty"):
        guess_format(write("datei", "\n"))
