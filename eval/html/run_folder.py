"""A finished run, read back from its folder."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from eval.runs.folder import read_info, read_records
from eval.runs.info import RunInfo
from eval.summary.report import Metrics, Report
from index.errors import SourceError, UsageError


class Run(NamedTuple):
    """What a run found, and its circumstances."""

    report: Report
    info: RunInfo


def read_run(folder: Path) -> Run:
    """Read metrics, circumstances and records.

    Raises:
        UsageError: the folder holds no run, or one that is not finished.
        SourceError: a file of it cannot be read.
    """
    info = read_info(folder)
    if info is None:
        raise UsageError(f"{folder} holds no run.", "Give the folder that `fundstelle eval --out FOLDER` wrote.")
    if not (folder / "metrics.json").is_file():
        raise UsageError(f"the run in {folder} is not finished.", f"Finish it: fundstelle eval --resume --out {folder}")
    report = Report(
        metrics=_metrics(folder / "metrics.json"),
        latency_ms=info.latency_ms,
        generation=info.generation,
        records=read_records(folder),
    )
    return Run(report, info)


def _metrics(path: Path) -> Metrics:
    try:
        return Metrics.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        remedy = f"Compute it anew: fundstelle eval --rescore {path.parent}"
        raise SourceError(str(path), "it holds no metrics of a run", remedy) from error
