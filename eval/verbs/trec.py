"""`fundstelle eval trec`: the rankings of another system, scored as ours are."""

from __future__ import annotations

import argparse
from pathlib import Path

from rag.cli.command import DONE, FAILED, Command


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("run_file", type=Path, metavar="RUN", help="a TREC run, or a run folder of fundstelle eval")
    parser.add_argument("judged", type=Path, metavar="JUDGED", help="TREC judgements (qrels), or a gold file")


def _run(args: argparse.Namespace) -> int:
    """Print the mean of each retrieval metric; 1 when lines could not be read.

    Raises:
        SourceError: a file cannot be read.
        UsageError: the two files are of the wrong formats, or share no question.
    """
    from eval.formats.dataset import ReadOptions
    from eval.formats.foreign_run import score_run
    from eval.formats.guess import guess_format
    from eval.formats.judged import judgements_of
    from eval.formats.read import QUESTIONS, RANKINGS
    from eval.formats.trec import read_qrels
    from index.errors import UsageError
    from rag.cli.output import note, say, say_json

    kind, judged = guess_format(args.run_file), guess_format(args.judged)
    if kind not in RANKINGS:
        raise UsageError(f"{args.run_file} is {kind}, no run.", "Give RUN first, then the judgements.")
    if judged not in ("qrels", "gold"):
        raise UsageError(f"{args.judged} is {judged}.", "Give TREC judgements (qrels) or a gold file.")
    run = RANKINGS[kind](args.run_file)
    if judged == "qrels":
        judgements, problems = read_qrels(args.judged)
    else:
        data = QUESTIONS[judged](args.judged, ReadOptions())
        judgements, problems = list(judgements_of(data.questions)), data.problems
    figures = score_run(run, judgements)
    if args.json:
        say_json(figures, indent=2)
    else:
        for metric, value in figures.items():
            say(f"{metric:10} {value:.4f}")
    left_out = [*run.problems, *problems]
    for problem in left_out:
        note(f"left out: {problem}")
    return FAILED if left_out else DONE


TREC = Command(
    "trec",
    "score the rankings of another system (a TREC run) against judgements or gold",
    _configure,
    _run,
    ("fundstelle eval trec bm25.run qrels.txt", "fundstelle eval trec other.run gold.jsonl --json"),
)
