"""`fundstelle eval accept`: drafts looked through by a person."""

from __future__ import annotations

import argparse
from pathlib import Path

from rag.cli.command import DONE, Command


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("drafts", type=Path, metavar="DRAFTS.jsonl", help="the drafts; decisions are noted in the file")
    parser.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar="GOLD.jsonl",
        help="the gold file that accepted questions are added to",
    )
    parser.add_argument(
        "--ids", nargs="+", metavar="ID", help="accept these without asking; an editor's decisions, for example"
    )


def _run(args: argparse.Namespace) -> int:
    """Go through the drafts: y accepts, n rejects, e edits, s skips, q quits; what was decided is kept.

    Raises:
        SourceError: a file cannot be read, or has bad lines.
        UsageError: an id is no open draft.
        FundstelleError: the archive cannot be opened.
    """
    from eval.drafting.describe import describe
    from eval.drafting.review import Review
    from index.errors import UsageError
    from rag import Fundstelle
    from rag.cli.output import note, say, say_json

    review = Review(args.drafts, args.out)
    if args.ids:
        waiting = {draft.id: draft for draft in review.open}
        unknown = [identifier for identifier in args.ids if identifier not in waiting]
        if unknown:
            raise UsageError(f"{unknown[0]!r} is no open draft of {args.drafts}.", f"Open: {', '.join(waiting)}.")
        for identifier in args.ids:
            review.accept(waiting[identifier])
    else:
        with Fundstelle.open(args.data) as archive:
            review.go_through(_ask, note, lambda draft: describe(draft, archive))
    left = len(review.open)
    if args.json:
        say_json({"accepted": review.accepted, "rejected": review.rejected, "open": left}, indent=2)
    else:
        say(f"{review.accepted} accepted into {args.out}, {review.rejected} rejected, {left} open.")
    return DONE


def _ask(prompt: str) -> str:
    """Read one reply; the prompt goes to stderr, so that stdout holds the result only."""
    import sys

    sys.stderr.write(prompt)
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.strip()


ACCEPT = Command(
    "accept",
    "look through drafts: accept, reject or edit each",
    _configure,
    _run,
    (
        "fundstelle eval accept drafts.jsonl --out gold.jsonl                 y, n, e, s, q; go on at any time",
        "fundstelle eval accept drafts.jsonl --out gold.jsonl --ids d-1a2b    without asking",
    ),
)
