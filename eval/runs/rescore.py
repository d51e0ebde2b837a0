"""The scores of a run computed anew from its records, without asking anything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from eval.runs.folder import read_info, read_records
from eval.runs.info import RunInfo, rescored
from eval.runs.record import QuestionRecord
from eval.runs.run import Finish
from eval.scoring.scores import scored
from eval.summary.report import Report, build_report
from index.errors import SourceError, UsageError


class Outcome(NamedTuple):
    """What a run found, its circumstances, and what of the gold could not be read and was not asked."""

    report: Report
    info: RunInfo
    problems: Sequence[SourceError] = ()


def rescore(folder: Path, judge: tuple[str, Finish] | None = None) -> Outcome:
    """Score every record of a finished run again.

    Args:
        folder: of the run.
        judge: the name of a language model that judges the answers, and what asks it; None: verdicts that were given
            when the run was made stay as they are.

    Raises:
        UsageError: the folder holds no run, one that is not finished, or records that lack what scoring needs.
        SourceError: a file of it cannot be read.
    """
    info = read_info(folder)
    if info is None:
        raise UsageError(f"{folder} holds no run.", "Give the folder that `fundstelle eval --out FOLDER` wrote.")
    if info.finished is None:
        raise UsageError(f"the run in {folder} is not finished.", f"Finish it: fundstelle eval --resume --out {folder}")
    name, add = judge or (info.judge, lambda record: record)
    records = [add(scored(record)) for record in _complete(folder, read_records(folder))]
    report = build_report(records, info.index, info.k)
    return Outcome(report, rescored(info, report).model_copy(update={"judge": name}))


def _complete(folder: Path, records: list[QuestionRecord]) -> Iterator[QuestionRecord]:
    """The records; one that lacks what stands at its citations cannot be scored."""
    for record in records:
        if len(record.contexts) != len(record.shown) or len(record.evidence) != len(record.expected.spans):
            message = f"{folder}: the record of {record.id!r} does not hold what its citations point to."
            raise UsageError(message, "It was written by an older version: run the evaluation again.")
        yield record
