"""Which format a file or folder is in, by its content."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Literal

from eval.formats import beir
from eval.formats.sheet_columns import column_of
from eval.lines import read_bytes
from index.errors import SourceError, UsageError
from index.reading.encoding import decode

Format = Literal["gold", "evidence", "squad", "passages", "beir", "csv", "qrels", "trec-run", "run-folder"]
RECORDS = "questions.jsonl"
"""What a run of `fundstelle eval` keeps its rankings in."""

_QRELS_COLUMNS, _RUN_COLUMNS = 4, 6


def guess_format(path: Path) -> Format:
    """Tell the format of a file or folder.

    Raises:
        SourceError: it cannot be read.
        UsageError: it looks like none of the formats.
    """
    if path.is_dir():
        return _guess_folder(path)
    text = decode(read_bytes(path), str(path))
    first = next((line for line in text.split("\n") if line.strip()), "").strip()
    if not first:
        raise SourceError(str(path), "the file is empty", "Give a file with questions.")
    found = _guess_json(text, first) if first.startswith(("{", "[")) else _guess_lines(first)
    if found is None:
        raise UsageError(f"{path}: the format is none that is known here.", "Name it: --from FORMAT.")
    return found


def _guess_folder(path: Path) -> Format:
    if (path / RECORDS).is_file():
        return "run-folder"
    if any((path / name).is_file() for name in (beir.CORPUS, beir.QUERIES, f"{beir.CORPUS}.gz")):
        return "beir"
    remedy = f"A BEIR folder holds {beir.CORPUS}, a folder of `fundstelle eval --out` {RECORDS}."
    raise UsageError(f"{path}: this folder is none that is known here.", remedy)


def _guess_json(text: str, first: str) -> Format | None:
    row = _object(first)
    if row is None:
        whole = _object(text)
        return "squad" if whole is not None and "data" in whole else None
    if "data" in row:
        return "squad"
    if {"context", "passage"} & row.keys():
        return "passages"
    if "evidence" in row:
        return "evidence"
    return "gold" if "question" in row else None


def _guess_lines(first: str) -> Format | None:
    words = first.split()
    if len(words) == _RUN_COLUMNS and words[1].upper() == "Q0":
        return "trec-run"
    if len(words) == _QRELS_COLUMNS and words[3].lstrip("-").isdigit():
        return "qrels"
    headings = first.replace(";", ",").replace("\t", ",").split(",")
    return "csv" if any(column_of(heading) == "question" for heading in headings) else None


def _object(text: str) -> dict[str, Any] | None:
    """The JSON object that a text is; None when it is none."""
    try:
        value = json.loads(text)
    except (json.JSONDecodeError, RecursionError):
        return None
    return value if isinstance(value, dict) else None
