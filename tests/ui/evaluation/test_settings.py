from __future__ import annotations

from pathlib import Path

import pytest

from ui.evaluation.gold import gold_files, gold_path
from ui.evaluation.settings import evaluation_settings


@pytest.mark.parametrize(
    ("loopback", "setting", "allowed"),
    [(True, None, True), (True, "0", False), (False, None, False), (False, "1", True), (False, "yes", False)],
)
def test_who_may_start_runs(
    monkeypatch: pytest.MonkeyPatch, loopback: bool, setting: str | None, allowed: bool
) -> None:
    monkeypatch.delenv("FUNDSTELLE_START_RUNS", raising=False)
    if setting is not None:
        monkeypatch.setenv("FUNDSTELLE_START_RUNS", setting)
    assert evaluation_settings(Path("/data"), loopback=loopback).may_start is allowed


def test_where_runs_lie(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FUNDSTELLE_RUNS", raising=False)
    assert evaluation_settings(Path("/data"), loopback=True).runs == Path("/data/runs")
    monkeypatch.setenv("FUNDSTELLE_RUNS", "/elsewhere")
    assert evaluation_settings(Path("/data"), loopback=True).runs == Path("/elsewhere")


def test_gold_is_chosen_by_name_from_one_folder(tmp_path: Path) -> None:
    assert gold_files(tmp_path / "gold") == []
    (tmp_path / "b.jsonl").write_text("{}", encoding="utf-8")
    (tmp_path / "a.jsonl").write_text("{}", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("x", encoding="utf-8")
    assert gold_files(tmp_path) == ["a.jsonl", "b.jsonl"]
    assert gold_path(tmp_path, "a.jsonl") == tmp_path / "a.jsonl"
    for name in ("../a.jsonl", "/etc/passwd", "notes.txt", "c.jsonl", ""):
        assert gold_path(tmp_path, name) is None
