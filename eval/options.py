"""The arguments of `fundstelle eval` itself, in groups."""

from __future__ import annotations

import argparse
from pathlib import Path

DEFAULT_GOLD = Path(__file__).parent / "gold" / "corpus.jsonl"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add all of them."""
    _add_questions(parser)
    _add_run(parser)
    _add_gate(parser)


def _add_questions(parser: argparse.ArgumentParser) -> None:
    """What is asked."""
    parser.add_argument(
        "gold",
        nargs="?",
        type=Path,
        default=DEFAULT_GOLD,
        metavar="GOLD.jsonl",
        help="gold questions, one JSON object a line (default: those of the demo corpus)",
    )
    group = parser.add_argument_group("the questions")
    group.add_argument(
        "--squad",
        nargs="+",
        type=Path,
        metavar="FILE",
        help="question sets that bring their own passages (SQuAD, XQuAD, MLQA, BEIR, passages with questions): "
        "the passages become a throw-away archive, kept for the next time (fundstelle eval cache)",
    )
    group.add_argument("--limit", type=int, metavar="N", help="ask only N of the questions, always the same ones")
    group.add_argument("--language", choices=["de", "en"], help="of the questions of --squad (default: detected)")
    group.add_argument("--include-drafts", action="store_true", help="ask drafts too, which nobody has accepted yet")


def _add_run(parser: argparse.ArgumentParser) -> None:
    """How it is asked, and where the outcome goes."""
    group = parser.add_argument_group("the run")
    group.add_argument(
        "--out",
        type=Path,
        metavar="DIR",
        help="the run's folder: records as they come, then metrics.json, scores.jsonl, report.md; a run that was "
        "stopped is gone on with when the command is repeated",
    )
    group.add_argument(
        "--record",
        type=Path,
        metavar="DIR",
        help="write summary.md and metrics.json, without any text of the questions, into DIR/NAME-OF-THE-SET",
    )
    group.add_argument("--resume", action="store_true", help="go on with the run in --out; an error if there is none")
    group.add_argument(
        "--retry-failed", action="store_true", help="go on with the run in --out and ask again what failed there"
    )
    group.add_argument(
        "--rescore", type=Path, metavar="RUN", help="compute the scores of a finished run anew, asking nothing"
    )
    group.add_argument("--jobs", type=int, default=1, metavar="N", help="questions asked at a time (default: 1)")
    group.add_argument(
        "--timeout",
        type=float,
        default=300.0,
        metavar="SECONDS",
        help="how long a search or an answer may take before it counts as failed (default: 300)",
    )
    group.add_argument(
        "-k", type=int, default=10, metavar="N", help="how many passages to search for, at least 10 (default: 10)"
    )
    group.add_argument(
        "--now", metavar="DATE", help='the day that "last week" counts from where the gold states none (default: today)'
    )
    group.add_argument(
        "--judge", action="store_true", help="let the configured language model judge answers too ($FUNDSTELLE_LLM)"
    )
    group.add_argument("--judge-model", metavar="URL#MODEL", help="let this model judge answers, whichever writes them")


def _add_gate(parser: argparse.ArgumentParser) -> None:
    """What makes the run fail."""
    group = parser.add_argument_group("the gate (exit code 1 when it is not passed)")
    group.add_argument(
        "--fail-under",
        action="append",
        default=[],
        metavar="[GROUP:]METRIC=VALUE",
        help="least value of a figure, e.g. Recall@5=0.95 or de>en:answer_accuracy=0.8; ece=0.08 is a greatest value; "
        "may be repeated",
    )
    group.add_argument(
        "--baseline", type=Path, metavar="RUN", help="a run that this one must not be significantly worse than"
    )
    group.add_argument(
        "--save-baseline", type=Path, metavar="DIR", help="write figures without texts, to be kept as a baseline"
    )
