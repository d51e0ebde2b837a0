"""What a verb of the command line consists of."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass

DONE = 0
FAILED = 1
WRONG_USAGE = 2
INTERRUPTED = 130


@dataclass(frozen=True)
class Command:
    """A verb; packages above `rag` offer theirs by the entry point group `fundstelle.commands`.

    Attributes:
        name: the verb.
        help: one line for the list of verbs.
        configure: adds the verb's own arguments (`--data` and `--json` are there already).
        run: does it; returns the exit code (0 done, 1 failed, 2 wrong usage).
        examples: command lines that the verb's help ends with.
        verbs: verbs of its own (`fundstelle eval compare`); the first word after the verb that names one runs that.
    """

    name: str
    help: str
    configure: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]
    examples: tuple[str, ...] = ()
    verbs: tuple[Command, ...] = ()
