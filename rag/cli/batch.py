"""Questions from a JSONL file, one a line; a bad line is reported in its place and the rest goes on."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from index.errors import FundstelleError, SourceError, UsageError
from rag.cli.command import DONE, FAILED
from rag.cli.output import note, say_json
from rag.cli.progress import bars
from rag.cli.stdin import read_stdin

REMEDY = 'Write one {"id": "…", "question": "…"} a line.'


def run_batch(path: str, answer: Callable[[str, str], dict[str, object]]) -> int:
    """Answer every line of a file and print one JSON object a line, in order.

    Args:
        path: the file; "-" is standard input.
        answer: (id, question) to the object printed.

    Returns:
        0, or 1 when a line could not be answered; its place in the output says why.

    Raises:
        UsageError: the file cannot be read.
    """
    lines = _lines(path)
    code = DONE
    with bars("asking", len(lines), "question") as advance:
        for number, line in lines:
            place = f"{path}:{number}"
            try:
                identifier, question = _parse(place, line)
                say_json(answer(identifier, question))
            except FundstelleError as error:
                code = FAILED
                note(f"fundstelle: {error if isinstance(error, SourceError) else f'{place}: {error}'}")
                say_json({"line": number, "error": str(error.args[0]), "remedy": error.remedy})
            advance(1)
    return code


def _lines(path: str) -> list[tuple[int, str]]:
    try:
        text = read_stdin() if path == "-" else Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read: {error}.", "Name a JSONL file in UTF-8.") from error
    return [(number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]


def _parse(place: str, line: str) -> tuple[str, str]:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise SourceError(place, f"no JSON ({error.msg} at column {error.colno})", REMEDY) from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, thousands of brackets
        raise SourceError(place, f"JSON that cannot be read ({error})", REMEDY) from error
    if not isinstance(record, dict) or not isinstance(record.get("question"), str):
        raise SourceError(place, "the field question is missing or no string", REMEDY)
    return str(record.get("id", "")), record["question"]
