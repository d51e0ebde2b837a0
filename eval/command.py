"""The command `fundstelle eval`."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from rag.cli.command import DONE, FAILED, Command

DEFAULT_GOLD = Path(__file__).parent / "gold" / "corpus.jsonl"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this verb."""
    parser.add_argument(
        "gold",
        nargs="?",
        type=Path,
        default=DEFAULT_GOLD,
        metavar="GOLD.jsonl",
        help="gold questions, one JSON object a line (default: those of the demo corpus)",
    )
    parser.add_argument(
        "--out",
        type=Path,
        metavar="DIR",
        help="write metrics.json, run.json, questions.jsonl and report.md into this folder",
    )
    parser.add_argument(
        "-k", type=int, default=10, metavar="N", help="how many passages to search for, at least 10 (default: 10)"
    )


def run(args: argparse.Namespace) -> int:
    """Evaluate the archive and print the figures; 1 when a question failed with an error, else 0.

    Raises:
        SourceError: the gold file is unreadable or has bad lines.
        FundstelleError: the archive cannot be opened, or lacks articles that the gold names.
    """
    # Late, so that `fundstelle --help` does not wait for the libraries behind the archive.
    from tqdm import tqdm

    from eval.files import as_json, as_text, make_folder, write_report
    from eval.gold_set import load_gold
    from eval.run import evaluate
    from eval.run_info import run_info
    from rag import Fundstelle
    from rag.cli.output import say

    started = datetime.now(UTC)
    gold = load_gold(args.gold)
    if args.out is not None:
        make_folder(args.out)
    with Fundstelle.open(args.data) as archive:
        progress = partial(tqdm, desc="eval", unit="question", disable=None)
        report = evaluate(archive, gold, progress, args.k)

    info = run_info(report, args.gold, started)
    if args.out is not None:
        write_report(report, info, args.out)
    say(as_json(report, info) if args.json else as_text(report))
    return FAILED if report.metrics.failures else DONE


COMMAND = Command(
    name="eval",
    help="measure retrieval, answers, citations and refusals on gold questions",
    configure=configure,
    run=run,
    examples=("fundstelle eval", "fundstelle eval my-gold.jsonl --data my-archive --out report"),
)
