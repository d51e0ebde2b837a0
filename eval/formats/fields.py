"""Fields of JSON objects written by others: present, of the right kind, or an error that names the field."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from eval.lines import read_text
from index.errors import SourceError


def read_json(path: Path) -> Any:
    """Read a whole JSON file.

    Raises:
        SourceError: it cannot be read, or is no JSON; says in which line.
    """
    try:
        return json.loads(read_text(path))
    except json.JSONDecodeError as error:
        reason = f"not JSON ({error.msg} at column {error.colno})"
        raise SourceError(f"{path}:{error.lineno}", reason, "Give the whole file as it was published.") from error
    except RecursionError as error:
        raise SourceError(str(path), "its brackets are nested too deeply", "Give a data set.") from error


def text_of(place: str, record: Any, name: str) -> str:
    """The text of a field; numbers are taken as written.

    Raises:
        SourceError: the record is no object, or the field is missing, blank or no text.
    """
    value = _field(place, record, name)
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str) or not value.strip():
        raise SourceError(
            place, f"the field {name!r} holds no text but {_shown(value)}", f"Write a text into {name!r}."
        )
    return value


def list_of(place: str, record: Any, name: str) -> list[Any]:
    """The list of a field.

    Raises:
        SourceError: the record is no object, or the field is missing or no list.
    """
    value = _field(place, record, name)
    if not isinstance(value, list):
        raise SourceError(place, f"the field {name!r} is no list but {_shown(value)}", f"Write a list into {name!r}.")
    return value


def _field(place: str, record: Any, name: str) -> Any:
    if not isinstance(record, dict):
        raise SourceError(place, f"this is no JSON object but {_shown(record)}", f'Write {{"{name}": ...}}.')
    if name not in record:
        raise SourceError(place, f"the field {name!r} is missing", f"Add {name!r}.")
    return record[name]


def _shown(value: Any) -> str:
    """A value in a message, cut short."""
    written = json.dumps(value, ensure_ascii=False, default=str)
    return written if len(written) <= 40 else written[:37] + "..."
