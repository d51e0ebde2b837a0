"""How `ask` and `search` are told what is asked: one question, one on standard input, or a file of them."""

from __future__ import annotations

import argparse

from index.errors import UsageError
from rag.cli.stdin import read_stdin


def add_question(parser: argparse.ArgumentParser) -> None:
    """Add QUESTION and --batch."""
    parser.add_argument(
        "question", nargs="?", metavar="QUESTION", help='the question; "-" reads it from standard input'
    )
    parser.add_argument(
        "--batch", metavar="FILE", help='a JSONL file of {"id", "question"}, "-" for standard input; needs --json'
    )


def check_question(options: argparse.Namespace, verb: str, example: str) -> None:
    """Require either a question or a file of them.

    Raises:
        UsageError: neither or both are given, or --batch without --json.
    """
    if (options.question is None) == (options.batch is None):
        raise UsageError(f"{verb} needs one question or --batch FILE.", f"For example: {example}")
    if options.batch is not None and not options.json:
        raise UsageError("--batch prints JSON lines.", "Add --json.")


def question_of(options: argparse.Namespace) -> str:
    """The one question, read from standard input where it is "-"."""
    question: str = options.question
    return read_stdin() if question == "-" else question
