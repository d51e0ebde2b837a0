"""The runs in a folder, read from the files that the evaluation writes."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

INFO_FILE = "run.json"
METRICS_FILE = "metrics.json"
RECORDS_FILE = "questions.jsonl"
REPORT_FILE = "report.html"
LOG_FILE = "output.log"

STAMP_FORMAT = "%Y-%m-%dT%H-%M-%S"
STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d")
"""The name of a run that was started from the tab: the time, in UTC, as any file system can store it."""

_SHOWN = ("answer_accuracy", "Recall@5", "nDCG@10")
_CACHED = 512
_PREFIX = "fundstelle: "
_CANCELLED = "interrupted."


class Run(NamedTuple):
    """A run as the list shows it.

    Attributes:
        name: of its folder.
        started: UTC; for a run that never came to the first question, when its folder was last changed.
        gold: the gold file, as the run was given it; empty where that is not known.
        questions: how many are to be asked; 0 where that is not known.
        done: how many were asked.
        finished: whether its figures are there.
        figures: the mean over the directions of a few metrics, and the F1 of refusals, as far as they are defined.
        failures: how many steps ended with an error.
        has_report: whether there is a report to open.
        last_words: what an unfinished run said last; empty when it said nothing.
    """

    name: str
    started: datetime
    gold: str
    questions: int
    done: int
    finished: bool
    figures: Mapping[str, float]
    failures: int
    has_report: bool
    last_words: str


def list_runs(folder: Path) -> list[Run]:
    """All runs of a folder, the newest first; empty when there is no such folder."""
    if not folder.is_dir():
        return []
    runs = [read_run(path) for path in folder.iterdir() if is_run(path)]
    return sorted(runs, key=lambda run: (run.started, run.name), reverse=True)


def is_run(path: Path) -> bool:
    """Whether a path is the folder of a run; a link to somewhere else is none."""
    return path.is_dir() and not path.is_symlink() and any((path / name).is_file() for name in (INFO_FILE, LOG_FILE))


def read_run(path: Path) -> Run:
    """Read one run; what is missing or broken is shown as not known."""
    info = _read(path / INFO_FILE)
    metrics = _read(path / METRICS_FILE) if info.get("finished") else MappingProxyType({})
    return Run(
        name=path.name,
        started=_moment(info.get("started")) or datetime.fromtimestamp(path.stat().st_mtime, UTC),
        gold=str(info.get("gold") or ""),
        questions=_count(info.get("questions")) or _count(metrics.get("questions")),
        done=_count(metrics.get("questions")) or count_records(path),
        finished=bool(metrics),
        figures=_figures(metrics),
        failures=len(metrics.get("failures") or ()),
        has_report=report_of(path) is not None,
        last_words="" if metrics else last_words(path / LOG_FILE),
    )


def report_of(path: Path) -> Path | None:
    """The report in a run's folder, if there is one and it is a file of its own."""
    report = path / REPORT_FILE
    return report if report.is_file() and not report.is_symlink() else None


def count_records(path: Path) -> int:
    """How many questions a run has recorded so far."""
    try:
        with (path / RECORDS_FILE).open("rb") as file:
            return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b""))
    except OSError:
        return 0


def last_words(path: Path) -> str:
    """The last message in a log that Fundstelle wrote for people, else its last line.

    Empty when there is none, and when it only says that the run was cancelled, which nobody needs to be told.
    """
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    said = [line.strip() for line in lines if line.strip()]
    messages = [line.removeprefix(_PREFIX) for line in said if line.startswith(_PREFIX)]
    last = (messages or said or [""])[-1]
    return "" if last.startswith(_CANCELLED) else last


def _figures(metrics: Mapping[str, Any]) -> dict[str, float]:
    """The main figures; those that are not there are left out."""
    macro = metrics.get("macro_mean_of_directions") or {}
    found = {name: (macro.get(name) or {}).get("mean") for name in _SHOWN}
    refusal = ((metrics.get("languages") or {}).get("all") or {}).get("refusal") or {}
    found["refusal F1"] = refusal.get("f1")
    return {name: float(value) for name, value in found.items() if value is not None}


def _read(path: Path) -> Mapping[str, Any]:
    """A JSON object; empty when there is none. Read again only when the file has changed."""
    try:
        return _parsed(path, path.stat().st_mtime_ns)
    except (OSError, ValueError):
        return MappingProxyType({})


@lru_cache(_CACHED)
def _parsed(path: Path, changed: int) -> Mapping[str, Any]:
    value = json.loads(path.read_bytes())
    return MappingProxyType(value if isinstance(value, dict) else {})


def _moment(text: object) -> datetime | None:
    try:
        moment = datetime.fromisoformat(str(text))
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def _count(value: object) -> int:
    return value if isinstance(value, int) else 0
