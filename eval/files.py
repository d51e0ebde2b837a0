"""A report as text, as JSON and as a folder of files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from eval.mistakes import mistakes
from eval.report import Report
from eval.run_info import RunInfo
from eval.table import to_markdown, to_text
from eval.tables import all_tables
from index.errors import UsageError


def as_text(report: Report) -> str:
    """Write all tables for a terminal."""
    return "\n\n".join(to_text(table) for table in all_tables(report))


def as_json(report: Report, info: RunInfo) -> str:
    """Write the metrics as one JSON object, what differs from run to run under the key `run`."""
    return _json({**report.metrics.model_dump(mode="json"), "run": info.model_dump(mode="json")})


def as_markdown(report: Report, info: RunInfo) -> str:
    """Write all tables and the questions that went wrong; article text in it is escaped."""
    metrics = report.metrics
    asked = f"{metrics.questions} questions of `{Path(info.gold).name}`"
    archive = f"{metrics.articles} articles, {metrics.passages} passages, generation `{report.generation}`"
    opening = f"# Evaluation\n\n{asked}; {archive}; {info.started}, {info.seconds:.1f} s."
    tables = [*all_tables(report), mistakes(report.records)]
    return "\n\n".join([opening, *(to_markdown(table) for table in tables if table.rows)]) + "\n"


def make_folder(folder: Path) -> None:
    """Create the folder that a report goes into; done before the first question, so that no run is lost to a typo.

    Raises:
        UsageError: it cannot be created.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(
            f"{folder} is no folder to write to: {error.strerror}.", "Give another --out folder."
        ) from error


def write_report(report: Report, info: RunInfo, folder: Path) -> None:
    """Write `metrics.json` (the same for equal runs), `run.json`, `questions.jsonl` and `report.md`; old ones go."""
    files = {
        "metrics.json": _json(report.metrics.model_dump(mode="json")) + "\n",
        "run.json": _json(info.model_dump(mode="json")) + "\n",
        "questions.jsonl": "".join(f"{record.model_dump_json()}\n" for record in report.records),
        "report.md": as_markdown(report, info),
    }
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8")


def _json(value: Any) -> str:
    """Write JSON that a person can read; NaN would be an error, not a figure."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2)
