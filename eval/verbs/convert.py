"""`fundstelle eval convert`: gold sets between formats."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import SourceError
from rag.cli.command import DONE, FAILED, Command

if TYPE_CHECKING:
    from eval.formats.guess import Format
    from eval.formats.write import Target

SOURCES: tuple[Format, ...] = (
    "gold",
    "evidence",
    "squad",
    "passages",
    "beir",
    "csv",
    "qrels",
    "trec-run",
    "run-folder",
)
TARGETS: tuple[Target, ...] = ("gold", "beir", "qrels", "trec-run")


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("input", type=Path, metavar="IN", help="a file or folder; .gz files are unpacked")
    parser.add_argument("output", type=Path, metavar="OUT", help="the file or folder to write")
    parser.add_argument(
        "--from", dest="source", choices=SOURCES, help="the format of IN (default: told by its content)"
    )
    parser.add_argument(
        "--to", dest="target", choices=TARGETS, help="the format of OUT (default: gold; trec-run for rankings)"
    )
    parser.add_argument("--language", choices=["de", "en"], help="of the questions (default: detected)")
    parser.add_argument("--split", metavar="NAME", help="which judgements of a BEIR folder (default: test)")
    parser.add_argument("--queries", type=Path, metavar="FILE", help="the questions that TREC judgements belong to")


def _run(args: argparse.Namespace) -> int:
    """Convert, say what was guessed and what was left out; 1 when something was left out."""
    from eval.formats.dataset import Rankings, ReadOptions
    from eval.formats.opening import lazily_opened, with_articles
    from eval.formats.read import read_any
    from eval.formats.write import write_any
    from rag.cli.output import note, say, say_json

    with lazily_opened(args.data) as archive:
        options = ReadOptions(args.language, args.split, args.queries, archive)
        source, data = read_any(args.input, args.source, options)
        target: Target = args.target or ("trec-run" if isinstance(data, Rankings) else "gold")
        if target == "beir":
            data = with_articles(data, archive)
    for told in data.notes:
        note(told)
    written = write_any(data, target, args.output)
    for problem in data.problems:
        note(f"left out: {problem}")
    count = len(data.by_question if isinstance(data, Rankings) else data.questions)
    if args.json:
        say_json(_report(source, target, count, written, data.problems), indent=2)
    else:
        left = f", {len(data.problems)} left out" if data.problems else ""
        say(f"{count} questions from {source} to {target}{left}: {', '.join(map(str, written))}")
    return FAILED if data.problems else DONE


def _report(
    source: str, target: str, count: int, written: Sequence[Path], problems: Sequence[SourceError]
) -> dict[str, object]:
    left_out = [{"place": p.place, "reason": p.reason, "remedy": p.remedy} for p in problems]
    return {
        "from": source,
        "to": target,
        "questions": count,
        "written": [str(path) for path in written],
        "left_out": left_out,
    }


CONVERT = Command(
    "convert",
    "turn questions or rankings of one format into another",
    _configure,
    _run,
    (
        "fundstelle eval convert questions.csv gold.jsonl              a spreadsheet, its quotes found in the archive",
        "fundstelle eval convert xquad.de.json gold.jsonl              also writes gold.articles.jsonl, to be indexed",
        "fundstelle eval convert gold.jsonl my-beir --to beir          questions and archive as a BEIR folder",
        "fundstelle eval convert run-folder run.trec                   the rankings of an evaluation, for trec_eval",
        "fundstelle eval convert qrels.txt gold.jsonl --queries topics.tsv",
    ),
)
