"""What a check has to say."""

from __future__ import annotations

from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]


class Remark(NamedTuple):
    """Something about one question.

    Attributes:
        severity: an error makes figures wrong; a warning asks a person to look.
        check: the name of the check, one word.
        message: what was found, and how to mend it.
    """

    severity: Severity
    check: str
    message: str


class Finding(NamedTuple):
    """A remark with the place of its question.

    Attributes:
        place: file and line (`gold.jsonl:12`).
        id: of the question; empty for a line that is none.
        remark: what was found.
    """

    place: str
    id: str
    remark: Remark


def error(check: str, message: str) -> Remark:
    """Something that makes figures wrong."""
    return Remark("error", check, message)


def warning(check: str, message: str) -> Remark:
    """Something that a person should look at."""
    return Remark("warning", check, message)
