"""What commands print: results on stdout, everything else on stderr."""

from __future__ import annotations

import json
import sys


def say(text: str) -> None:
    """Print a result on stdout, at once: readers of a pipe see each line as it is made."""
    print(text, flush=True)


def say_json(value: object, *, indent: int | None = None) -> None:
    """Print JSON on stdout; one line unless indented."""
    say(json.dumps(value, ensure_ascii=False, indent=indent))


def note(text: str) -> None:
    """Print a remark on stderr."""
    print(text, file=sys.stderr, flush=True)
