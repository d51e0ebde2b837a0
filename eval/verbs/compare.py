"""`fundstelle eval compare`: what differs between two runs."""

from __future__ import annotations

import argparse
from pathlib import Path

from rag.cli.command import DONE, FAILED, Command
from rag.cli.output import say, say_json


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("a", type=Path, metavar="A", help="a run's folder, or a baseline: what was before")
    parser.add_argument("b", type=Path, metavar="B", help="a run's folder: what is now")
    parser.add_argument(
        "--changes", type=int, default=10, metavar="N", help="how many changed questions to show (default: 10)"
    )
    parser.add_argument(
        "--fail-on-regression", action="store_true", help="exit with 1 when B is significantly worse in anything"
    )


def _run(args: argparse.Namespace) -> int:
    """Compare; 1 when that is asked for and B is worse.

    Raises:
        UsageError: a folder holds no run, or the runs share no question.
        SourceError: a file of a run cannot be read.
    """
    from eval.compare.comparison import compare
    from eval.compare.side import read_side
    from eval.tables.comparison import comparison_text

    found = compare(read_side(args.a), read_side(args.b))
    if args.json:
        say_json(found.model_dump(mode="json"), indent=2)
    else:
        say(comparison_text(found, args.changes))
    return FAILED if args.fail_on_regression and any(one.regression for one in found.differences) else DONE


COMPARE = Command(
    "compare",
    "compare two runs question by question, with a significance test",
    _configure,
    _run,
    ("fundstelle eval compare run-1 run-2", "fundstelle eval compare eval/results/corpus run-2 --json"),
)
