"""Figures of question sets of others, kept in the repository: no text of theirs is written."""

from __future__ import annotations

import argparse
import shlex
from collections.abc import Sequence
from pathlib import Path

from eval.formats.stem import stem_of
from eval.metrics.mean import mean
from eval.metrics.refusal import Verdict, refusal
from eval.runs.files import as_json, write_whole
from eval.runs.info import RunInfo
from eval.runs.record import QuestionRecord
from eval.summary.report import Report
from eval.tables.files import as_text
from eval.tables.table import Cell, Table, to_markdown


def record_figures(report: Report, info: RunInfo, args: argparse.Namespace) -> Path:
    """Write `metrics.json` and `summary.md` into a folder that is named after the set.

    Args:
        report: the outcome.
        info: the run; its gold is the name of the set.
        args: the command line; paths in it are written without their folders.

    Returns:
        The folder of the set.
    """
    target = Path(args.record) / stem_of(Path(info.gold))
    target.mkdir(parents=True, exist_ok=True)
    write_whole(target / "metrics.json", as_json(report.metrics.model_dump(mode="json")))
    lines = [
        f"# {target.name}",
        "",
        f"`{_command(args)}`",
        f"{info.questions} questions to {info.articles} articles; {info.started[:10]}, "
        f"{info.seconds:.0f} s after indexing, {info.jobs} at a time. Figures in full: `metrics.json`.",
        "",
        to_markdown(reading_comprehension(report.records)),
        "",
        "```",
        as_text(report),
        "```",
        "",
    ]
    write_whole(target / "summary.md", "\n".join(lines))
    return target


def _command(args: argparse.Namespace) -> str:
    """The command that makes these figures again."""
    sets = ["--squad", *(path.name for path in args.squad)] if args.squad else [args.gold.name]
    limit = ["--limit", str(args.limit)] if args.limit is not None else []
    return shlex.join(["fundstelle", "eval", *sets, *limit])


def reading_comprehension(records: Sequence[QuestionRecord]) -> Table:
    """The figures that data sets of this kind are reported by, in the manner of SQuAD 2.0.

    Answerable: EM and F1 of the marked words, 0 for a refusal; how often the sentence of the answer is cited.
    Unanswerable: the share that is refused (SQuAD 2.0's NoAns), and F1 of the refusals over all questions.
    """
    answerable = [record for record in records if record.expected.answerable]
    unanswerable = [record for record in records if not record.expected.answerable]
    refused = [float(record.refused) for record in unanswerable]
    refusals = refusal(Verdict(record.expected.answerable, record.refused) for record in records)
    known = [record for record in answerable if "F1" in record.scores]
    overall = [record.scores["F1"] for record in known] + refused
    rows: list[list[Cell]] = [
        ["answerable", len(answerable), "F1 of the marked words", _mean(known, "F1")],
        ["answerable", len(answerable), "EM of the marked words", _mean(known, "EM")],
        ["answerable", len(answerable), "sentence of the answer cited", _mean(answerable, "evidence_hit")],
        ["answerable", len(answerable), "answer inside a quote", _mean(known, "answer_accuracy")],
        ["unanswerable", len(unanswerable), "refused", mean(refused)],
        ["all", len(records), "precision of the refusals", refusals.precision],
        ["all", len(records), "F1 of the refusals", refusals.f1],
        ["all", len(overall), "F1, a right refusal counting 1", mean(overall)],
    ]
    return Table("Reading comprehension", ["questions", "n", "figure", "value"], rows)


def _mean(records: Sequence[QuestionRecord], metric: str) -> float | None:
    return mean([record.scores[metric] for record in records if metric in record.scores])
