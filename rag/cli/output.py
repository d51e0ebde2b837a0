"""What commands print: results on stdout, everything else on stderr."""

from __future__ import annotations

import io
import json
import sys


def accept_every_character() -> None:
    """Let stdout and stderr write what their encoding lacks as an escape, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(text: str) -> None:
    """Print a result on stdout, at once: readers of a pipe see each line as it is made."""
    print(text, flush=True)


def say_json(value: object, *, indent: int | None = None) -> None:
    """Print JSON on stdout; one line unless indented."""
    is_unicode = (sys.stdout.encoding or "").lower().startswith("utf")
    say(json.dumps(value, ensure_ascii=not is_unicode, indent=indent))


def note(text: str) -> None:
    """Print a remark on stderr."""
    print(text, file=sys.stderr, flush=True)
