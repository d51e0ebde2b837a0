"""One of two runs that are compared: its scores, question by question, and its answers where they were kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from eval.lines import read_records as read_lines
from eval.runs.folder import RECORDS_FILE, read_records
from eval.runs.record import QuestionRecord
from eval.summary.report import Metrics
from eval.tables.files import short
from index.errors import SourceError, UsageError


class ShortRecord(BaseModel):
    """What `scores.jsonl` keeps of a question."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    direction: str | None
    language: str
    answerable: bool
    type: str | None = None
    status: str | None
    confidence: float | None
    failed: list[str] = []
    scores: dict[str, float]


@dataclass(frozen=True)
class Side:
    """A run.

    Attributes:
        name: the folder, as it was given.
        questions: by id, in the order of the gold.
        records: with texts, by id; empty for a baseline, which keeps none.
        metrics: the figures; None where only records are known.
    """

    name: str
    questions: Mapping[str, ShortRecord]
    records: Mapping[str, QuestionRecord]
    metrics: Metrics | None


def read_side(folder: Path) -> Side:
    """Read a finished run, or a baseline.

    Raises:
        UsageError: the folder holds neither.
        SourceError: a file of it cannot be read.
    """
    path = folder / "metrics.json"
    if not path.is_file():
        remedy = "Give a folder that `fundstelle eval --out DIR` or `--save-baseline DIR` wrote to the end."
        raise UsageError(f"{folder} holds no finished run: there is no metrics.json.", remedy)
    try:
        metrics = Metrics.model_validate_json(path.read_bytes())
    except ValidationError as error:
        raise SourceError(str(path), "written by another version", "Run the evaluation again.") from error
    records = {record.id: record for record in read_records(folder)}
    if (folder / RECORDS_FILE).exists():
        return side_of(str(folder), list(records.values()), metrics)
    lines = read_lines(folder / "scores.jsonl", _short)
    return Side(str(folder), {line.id: line for line in lines}, {}, metrics)


def side_of(name: str, records: list[QuestionRecord], metrics: Metrics | None) -> Side:
    """The run that these records make."""
    questions = {record.id: ShortRecord.model_validate(short(record)) for record in records}
    return Side(name, questions, {record.id: record for record in records}, metrics)


def _short(place: str, line: dict[str, Any]) -> ShortRecord:
    """Read one line of `scores.jsonl`."""
    try:
        return ShortRecord.model_validate(line)
    except ValidationError as error:
        raise SourceError(place, "no scores of a question", "Write the baseline again: --save-baseline DIR") from error
