"""A report as text, as JSON and as a folder of files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from eval.runs.files import as_json as _json
from eval.runs.files import write_whole
from eval.runs.folder import write_info, write_records
from eval.runs.info import RunInfo
from eval.runs.record import QuestionRecord
from eval.summary.report import Report
from eval.tables.mistakes import mistakes
from eval.tables.overview import all_tables
from eval.tables.table import to_markdown, to_text

_DIGITS = 6


def as_text(report: Report) -> str:
    """Write all tables for a terminal."""
    return "\n\n".join(to_text(table) for table in all_tables(report))


def as_json(report: Report, info: RunInfo, **more: BaseModel) -> str:
    """Write the metrics as one JSON object, what differs from run to run under the key `run`, more under their keys."""
    parts = {name: part.model_dump(mode="json") for name, part in {"run": info, **more}.items()}
    return _json({**report.metrics.model_dump(mode="json"), **parts}).rstrip()


def as_markdown(report: Report, info: RunInfo) -> str:
    """Write all tables and the questions that went wrong; article text in it is escaped."""
    metrics = report.metrics
    asked = f"{metrics.questions} questions of `{Path(info.gold).name}`"
    archive = f"{metrics.articles} articles, {metrics.passages} passages, generation `{report.generation}`"
    opening = f"# Evaluation\n\n{asked}; {archive}; {info.started}, {info.seconds:.1f} s."
    tables = [*all_tables(report), mistakes(report.records)]
    return "\n\n".join([opening, *(to_markdown(table) for table in tables if table.rows)]) + "\n"


def write_report(report: Report, info: RunInfo, folder: Path) -> None:
    """Write `metrics.json` (the same for equal runs), `run.json`, `questions.jsonl`, `scores.jsonl` and `report.md`."""
    write_records(folder, report.records)
    write_scores(report, folder)
    write_whole(folder / "report.md", as_markdown(report, info))
    write_info(folder, info)


def write_scores(report: Report, folder: Path) -> None:
    """Write `metrics.json` and `scores.jsonl`: all figures and no text, small enough to be kept as a baseline."""
    write_whole(folder / "metrics.json", _json(report.metrics.model_dump(mode="json")))
    lines = (json.dumps(short(record), ensure_ascii=False, allow_nan=False) for record in report.records)
    write_whole(folder / "scores.jsonl", "".join(f"{line}\n" for line in lines))


def short(record: QuestionRecord) -> dict[str, Any]:
    """A record without its texts; scores with six digits."""
    return {
        "id": record.id,
        "direction": record.direction,
        "language": record.expected.language,
        "answerable": record.expected.answerable,
        "type": record.expected.type,
        "tags": list(record.expected.tags),
        "status": record.answer.status if record.answer else None,
        "confidence": record.answer.confidence if record.answer else None,
        "failed": [failure.step for failure in record.failures],
        "scores": {metric: round(value, _DIGITS) for metric, value in record.scores.items()},
    }
