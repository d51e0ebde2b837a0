"""JSON Lines: one article a line, with the fields of `Metadata` and `text`."""

from __future__ import annotations

import json

from index.errors import SourceError
from index.reading.draft import Draft
from index.reading.encoding import decode
from index.reading.metadata import KNOWN_FIELDS, check_metadata

_FIELDS = ("text", *KNOWN_FIELDS)
_REMEDY = 'Write one JSON object a line: {"id": "…", "text": "…"}.'


def read_jsonl(data: bytes, place: str) -> list[tuple[str, Draft | SourceError]]:
    """Read every line that is not blank, each with its place (`news.jsonl:12`) and either a draft or what is wrong.

    Raises:
        SourceError: the bytes are no text, or there is no record at all.
    """
    # Not splitlines: JSON strings may hold U+2028 and others that it would split at.
    lines = decode(data, place).split("\n")
    records: list[tuple[str, Draft | SourceError]] = []
    seen: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        if line.strip():
            record_place = f"{place}:{number}"
            records.append((record_place, _attempt(line, record_place, number, seen)))
    if not records:
        raise SourceError(place, "there are no records", f"Remove the file, or fill it. {_REMEDY}")
    return records


def _attempt(line: str, place: str, number: int, seen: dict[str, int]) -> Draft | SourceError:
    """The record as a draft, or its problem; `seen` maps the ids so far to their lines."""
    try:
        draft = _read_record(line, place)
    except SourceError as problem:
        return problem
    identifier = str(draft.metadata.id)
    first = seen.setdefault(identifier, number)
    if first != number:
        reason = f"the id {identifier!r} was used in line {first} already"
        return SourceError(place, reason, "Give every record an id of its own.")
    return draft


def _read_record(line: str, place: str) -> Draft:
    """Check one line and its fields."""
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise SourceError(place, f"this is no JSON: {error.msg} in column {error.colno}", _REMEDY) from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, thousands of brackets
        raise SourceError(place, f"this JSON cannot be read: {error}", _REMEDY) from error
    if not isinstance(record, dict):
        raise SourceError(place, "this is no JSON object", _REMEDY)
    unknown = sorted(set(record) - set(_FIELDS))
    if unknown:
        reason = f"unknown field{'s' if len(unknown) > 1 else ''} {', '.join(map(repr, unknown))}"
        raise SourceError(place, reason, f"The fields are {', '.join(_FIELDS)}.")
    text = record.get("text")
    if not isinstance(text, str):
        reason = "'text' is missing" if text is None else "'text' is not a string"
        raise SourceError(place, reason, _REMEDY)
    metadata = check_metadata(record, place)
    if metadata.id is None:
        raise SourceError(place, "'id' is missing", _REMEDY)
    return Draft(text, metadata)
