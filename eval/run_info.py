"""What differs from run to run, kept apart from the metrics: when, how fast, with what."""

from __future__ import annotations

import hashlib
import platform
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from eval.report import Latency, Report


class RunInfo(BaseModel):
    """The circumstances of one evaluation."""

    model_config = ConfigDict(frozen=True)

    gold: str = Field(description="the gold file")
    gold_sha256: str
    started: str = Field(description="UTC, ISO 8601")
    seconds: float = Field(description="wall time of the whole evaluation")
    latency_ms: dict[str, Latency]
    generation: str = Field(description="the index generation that answered")
    fundstelle: str = Field(description="version of the distribution; empty when it runs from a bare checkout")
    python: str
    machine: str


def run_info(report: Report, gold: Path, started: datetime) -> RunInfo:
    """Describe a run that has just ended.

    Args:
        report: its outcome.
        gold: the gold file.
        started: when it began, with a time zone.
    """
    return RunInfo(
        gold=str(gold),
        gold_sha256=hashlib.sha256(gold.read_bytes()).hexdigest(),
        started=started.astimezone(UTC).isoformat(timespec="seconds"),
        seconds=(datetime.now(UTC) - started).total_seconds(),
        latency_ms=report.latency_ms,
        generation=report.generation,
        fundstelle=_own_version(),
        python=platform.python_version(),
        machine=f"{platform.system()} {platform.machine()}",
    )


def _own_version() -> str:
    """The version of the installed distribution."""
    try:
        return version("fundstelle")
    except PackageNotFoundError:
        return ""
