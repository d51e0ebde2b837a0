"""`fundstelle eval draft`: questions proposed from the archive, for a person to accept."""

from __future__ import annotations

import argparse
from pathlib import Path

from rag.cli.command import DONE, FAILED, Command


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-n", type=int, default=20, metavar="N", dest="count", help="how many questions (default: 20)")
    parser.add_argument(
        "--out", type=Path, metavar="FILE", help="write the drafts into this file (default: print them, a line each)"
    )
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="another seed, another choice (default: 0)")
    parser.add_argument(
        "--not-in", type=Path, nargs="+", default=[], metavar="GOLD.jsonl", help="questions that exist already"
    )


def _run(args: argparse.Namespace) -> int:
    """Propose questions; 1 when the rules find none.

    Raises:
        UsageError: the number is none, or the file exists already.
        FundstelleError: the archive cannot be opened.
    """
    from eval.drafting.propose import propose
    from eval.formats.gold import gold_lines
    from eval.gold_set import load_gold
    from index.errors import UsageError
    from rag import Fundstelle
    from rag.cli.output import note, say

    if args.count < 1:
        raise UsageError(f"-n {args.count} proposes nothing.", "Use -n 20, for example.")
    if args.out is not None and args.out.exists():
        raise UsageError(f"{args.out} exists; decisions may be noted in it.", "Give another file, or remove it.")
    known = [question for path in args.not_in for question in load_gold(path)]
    with Fundstelle.open(args.data) as archive:
        articles = [archive.article(article_id) for article_id in archive.article_ids()]
    drafts = propose(articles, args.count, args.seed, known)
    lines = list(gold_lines(drafts))
    if args.out is not None:
        args.out.parent.mkdir(parents=True, exist_ok=True)
        args.out.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    else:
        for line in lines:
            say(line)
    unanswerable = sum(not draft.answerable for draft in drafts)
    note(f"{len(drafts)} drafts, {unanswerable} of them near misses without an answer.")
    if len(drafts) < args.count:
        note(f"The rules found no more than {len(drafts)}; write the others yourself (docs/gold.md).")
    if args.out is not None:
        note(f"Look through them: fundstelle eval accept {args.out} --out gold.jsonl")
    return DONE if drafts else FAILED


DRAFT = Command(
    "draft",
    "propose questions from the archive, for you to accept",
    _configure,
    _run,
    (
        "fundstelle eval draft -n 40 --out drafts.jsonl",
        "fundstelle eval draft --not-in gold.jsonl --seed 1        others than those that are there",
        "fundstelle eval accept drafts.jsonl --out gold.jsonl      decide about each: yes, no, edit",
    ),
)
