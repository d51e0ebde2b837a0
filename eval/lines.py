"""JSONL files read line by line, with every bad line reported at once."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from index.errors import SourceError

T = TypeVar("T")


def read_records(path: Path, convert: Callable[[str, dict[str, Any]], T]) -> list[T]:
    """Read a JSONL file and convert each of its objects; empty lines are skipped.

    Args:
        path: the file, in UTF-8; one that ends in `.gz` is unpacked.
        convert: is given the place (`gold.jsonl:12`) and the object, and raises SourceError for a bad one.

    Raises:
        SourceError: the file cannot be read or holds no record, or at least one line is bad. All bad lines are named.
    """
    records, errors = attempt_records(path, convert)
    raise_all(path, errors)
    return records


def attempt_records(path: Path, convert: Callable[[str, dict[str, Any]], T]) -> tuple[list[T], list[SourceError]]:
    """Do what `read_records` does, but keep the good records when there are bad lines.

    Raises:
        SourceError: the file cannot be read or holds no record.
    """
    records: list[T] = []
    errors: list[SourceError] = []
    for number, line in enumerate(read_text(path).split("\n"), start=1):
        if line.strip():
            place = f"{path}:{number}"
            try:
                records.append(convert(place, _parse(place, line)))
            except SourceError as error:
                errors.append(error)
    if not records and not errors:
        raise SourceError(str(path), "it holds no record", "Give a file with one JSON object a line.")
    return records, errors


def raise_all(path: Path, errors: list[SourceError]) -> None:
    """Raise nothing, the only error, or one error that lists them all.

    Raises:
        SourceError: `errors` is not empty.
    """
    if len(errors) == 1:
        raise errors[0]
    if errors:
        listing = "\n".join(f"  {error}" for error in errors)
        raise SourceError(str(path), f"{len(errors)} bad lines", f"Mend these:\n{listing}")


def read_text(path: Path) -> str:
    """Read a whole file in UTF-8; a byte order mark is dropped, a file that ends in `.gz` is unpacked.

    Raises:
        SourceError: the file is missing, damaged or not in UTF-8.
    """
    try:
        return read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError(str(path), f"not UTF-8 at byte {error.start}", "Save it in UTF-8.") from error


def read_bytes(path: Path) -> bytes:
    """Read a whole file; one that ends in `.gz` is unpacked.

    Raises:
        SourceError: the file is missing or damaged.
    """
    try:
        content = path.read_bytes()
        return gzip.decompress(content) if path.suffix == ".gz" else content
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise SourceError(str(path), f"it cannot be unpacked ({error})", "Pack it again with gzip.") from error
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        raise SourceError(str(path), reason, "Give the path of a file that can be read.") from error


def _parse(place: str, line: str) -> dict[str, Any]:
    """Read one JSON object."""
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        reason = f"not JSON ({error.msg} at column {error.colno})"
        raise SourceError(place, reason, "Write one complete JSON object a line.") from error
    if not isinstance(record, dict):
        raise SourceError(place, "not a JSON object", 'Write {"id": ..., "question": ...}.')
    return record
