from __future__ import annotations

import json
from pathlib import Path

from train.plots import draw


def test_a_run_becomes_a_picture_with_a_panel_a_curve(tmp_path: Path) -> None:
    log = tmp_path / "run.jsonl"
    lines = [{"step": n, "loss": 1 / (n + 1), "distance": n} for n in range(5)]
    log.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    picture = draw(log)
    assert picture == tmp_path / "run.svg"
    first = picture.read_text(encoding="utf-8")
    assert "<svg" in first
    draw(log)
    assert picture.read_text(encoding="utf-8") == first


def test_a_run_with_two_reports_is_no_curve(tmp_path: Path) -> None:
    log = tmp_path / "run.jsonl"
    log.write_text('{"loss": 1}\n{"loss": 2}\n', encoding="utf-8")
    assert draw(log) is None
    assert not (tmp_path / "run.svg").exists()
