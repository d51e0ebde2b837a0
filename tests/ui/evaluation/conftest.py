"""Folders of runs as the evaluation writes them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

METRICS: dict[str, Any] = {
    "questions": 12,
    "macro_mean_of_directions": {
        "answer_accuracy": {"mean": 0.5},
        "Recall@5": {"mean": 1.0},
        "nDCG@10": {"mean": None},
    },
    "languages": {"all": {"refusal": {"f1": 0.25}}},
    "failures": [],
}


@pytest.fixture
def runs(tmp_path: Path) -> Path:
    """An empty folder for runs."""
    folder = tmp_path / "runs"
    folder.mkdir()
    return folder


@pytest.fixture
def make_run(runs: Path) -> Callable[..., Path]:
    """Writes a run: finished with metrics, unfinished (`finished=None`) with so many records."""

    def make(name: str, *, finished: str | None = "2026-11-22T05:03:03+00:00", records: int = 0, **info: Any) -> Path:
        folder = runs / name
        folder.mkdir()
        values = {
            "gold": "/gold/mine.jsonl",
            "questions": 12,
            "started": "2026-11-22T05:01:12+00:00",
            "finished": finished,
        }
        (folder / "run.json").write_text(json.dumps({**values, **info}), encoding="utf-8")
        (folder / "questions.jsonl").write_text("{}\n" * records, encoding="utf-8")
        if finished:
            (folder / "metrics.json").write_text(json.dumps(METRICS), encoding="utf-8")
            (folder / "report.html").write_text("<!doctype html><title>Report</title>", encoding="utf-8")
        return folder

    return make
