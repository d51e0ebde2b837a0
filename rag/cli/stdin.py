"""Standard input as text."""

from __future__ import annotations

import sys

from index.errors import UsageError


def read_stdin() -> str:
    """All of standard input, without a byte order mark.

    Raises:
        UsageError: it is no text in the encoding of the terminal, which is UTF-8 nearly everywhere.
    """
    try:
        return sys.stdin.read().removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise UsageError(f"standard input is no text: {error}.", "Write it in UTF-8.") from error
