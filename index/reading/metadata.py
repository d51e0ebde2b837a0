"""What is known of an article besides its text: checked here, whether it comes from front matter, JSON or HTML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields

from index.dates import parse_published
from index.errors import SourceError
from index.models import Language
from index.reading.normalise import one_line

_LANGUAGE_TAG = re.compile(r"(de|en)(?:[-_][a-z0-9]+)*", re.IGNORECASE)
_MOST_ID_CHARACTERS = 200


@dataclass(frozen=True)
class Metadata:
    """The checked fields; None where a field is missing or empty."""

    id: str | None = None
    title: str | None = None
    published: str | None = None
    language: Language | None = None
    source: str | None = None
    url: str | None = None


KNOWN_FIELDS = tuple(field.name for field in fields(Metadata))


def check_metadata(record: Mapping[str, object], place: str) -> Metadata:
    """Check the known fields of a record; other fields are ignored here.

    Args:
        record: values as they were read: strings, or whatever the file has in their place. None and blank strings
            count as missing.
        place: file, or file and line, for the error.

    Raises:
        SourceError: a value has the wrong type, the date or the language is none, or the id is too long.
    """
    values = {name: _line_of(name, record.get(name), place) for name in KNOWN_FIELDS if name != "published"}
    return Metadata(
        id=_check_id(values["id"], place),
        title=values["title"],
        published=_check_published(record.get("published"), place),
        language=None if values["language"] is None else parse_language(values["language"], place),
        source=values["source"],
        url=values["url"],
    )


def parse_language(tag: str, place: str) -> Language:
    """Turn a language tag into one of ours: `de`, `de-AT`, `en_US` and so on.

    Raises:
        SourceError: another language.
    """
    match = _LANGUAGE_TAG.fullmatch(tag.strip())
    if match is None:
        raise SourceError(
            place, f"the language {tag!r} is not supported", "Only articles in German (de) or English (en) can be read."
        )
    return "de" if match.group(1).lower() == "de" else "en"


def _line_of(name: str, value: object, place: str) -> str | None:
    """A string on one line, None for a missing one."""
    if value is None:
        return None
    if not isinstance(value, str):
        reason = f"{name!r} is {_kind_of(value)}, not a string"
        raise SourceError(place, reason, f"Write {name} as text in quotation marks, or leave it out.")
    return one_line(value) or None


def _check_id(value: str | None, place: str) -> str | None:
    """An id that can be shown and put into a URL."""
    if value is not None and len(value) > _MOST_ID_CHARACTERS:
        reason = f"the id has {len(value)} characters"
        raise SourceError(place, reason, f"An id has at most {_MOST_ID_CHARACTERS} characters.")
    return value


def _check_published(value: object, place: str) -> str | None:
    """A date in its given precision, None for a missing one."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    try:
        return parse_published(value)
    except ValueError as error:
        reason = f"'published' is wrong: {error}"
        raise SourceError(place, reason, "Write it as YYYY, YYYY-MM or YYYY-MM-DD, or leave it out.") from error


def _kind_of(value: object) -> str:
    """What a JSON or YAML value is, in plain words."""
    names = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}
    return names.get(type(value), type(value).__name__)
