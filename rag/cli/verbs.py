"""Verbs of a verb: `fundstelle eval compare A B`."""

from __future__ import annotations

from collections.abc import Sequence

from rag.cli.command import Command

_FLAGS = {"--json", "-v", "--verbose", "-h", "--help"}


def own_verb(command: Command, arguments: Sequence[str]) -> Command | None:
    """The verb of a verb that a command line asks for; None when it asks for the verb itself.

    It is the first word after the command's name; of the options, only those that all verbs share may stand before it,
    so that `--out compare` stays the name of a folder.

    Args:
        command: the verb.
        arguments: the command line.
    """
    if not command.verbs or command.name not in arguments:
        return None
    words = iter(arguments[arguments.index(command.name) + 1 :])
    for word in words:
        if word == "--data":
            next(words, None)
        elif word not in _FLAGS and not word.startswith("--data="):
            return next((own for own in command.verbs if own.name == word), None)
    return None


def epilog_of(command: Command) -> str | None:
    """What a verb's help ends with: its own verbs and some examples; None when it has neither."""
    width = max((len(own.name) for own in command.verbs), default=0)
    parts = []
    if command.verbs:
        listed = [f"  {own.name.ljust(width)}  {own.help}" for own in command.verbs]
        parts.append("\n".join([f"verbs of its own (fundstelle {command.name} VERB --help explains each):", *listed]))
    if command.examples:
        parts.append("\n".join(["examples:", *(f"  {line}" for line in command.examples)]))
    return "\n\n".join(parts) or None
