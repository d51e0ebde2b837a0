from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from ui.evaluation.runs import list_runs
from ui.evaluation.settings import EvaluationSettings
from ui.evaluation.view import lead_html, runs_html

Read = Callable[[str], Any]


def test_a_finished_run_is_listed_with_figures_and_report(
    read: Read, make_run: Callable[..., Path], runs: Path
) -> None:
    make_run("my run/é".replace("/", "-"))
    node = read(runs_html(list_runs(runs), None, True, "de"))
    (row,) = node.all("tbody")[0].all("tr")
    assert "22. November 2026" in row.text
    assert "my run-é" in row.text
    assert "12 Fragen" in row.text
    assert [cell.text for cell in row.all("td")][2:6] == ["0,500", "1,000", "–", "0,250"]
    (link,) = row.all("a")
    assert link.attributes["href"] == "runs/my%20run-%C3%A9/report.html"
    assert link.attributes["rel"] == "noopener"
    assert row.all("button") == []


def test_an_unfinished_run_can_be_gone_on_with(read: Read, make_run: Callable[..., Path], runs: Path) -> None:
    folder = make_run("half", finished=None, records=5)
    (folder / "output.log").write_text("<b>it broke</b>", encoding="utf-8")
    node = read(runs_html(list_runs(runs), None, True, "en"))
    assert "stopped: 5 of 12" in node.text
    assert "<b>it broke</b>" in node.text
    (button,) = node.all("button")
    assert button.attributes["data-name"] == "half"
    assert node.all("a") == []


def test_nothing_can_be_started_where_that_is_not_allowed_or_one_runs(
    read: Read, make_run: Callable[..., Path], runs: Path
) -> None:
    make_run("half", finished=None, records=5)
    make_run("now", finished=None, records=3)
    assert read(runs_html(list_runs(runs), None, False, "en")).all("button") == []
    running = read(runs_html(list_runs(runs), "now", True, "en"))
    assert running.all("button") == []
    assert "running: 3 of 12" in running.text


def test_names_of_folders_are_text(read: Read, make_run: Callable[..., Path], runs: Path) -> None:
    make_run("<img src=x>", gold="/g/<i>.jsonl")
    node = read(runs_html(list_runs(runs), None, True, "en"))
    assert node.all("img") == node.all("i") == []
    assert "<img src=x>" in node.text


def test_a_name_that_is_the_time_is_not_said_twice(read: Read, make_run: Callable[..., Path], runs: Path) -> None:
    make_run("2026-11-22T05-01-12")
    row = read(runs_html(list_runs(runs), None, True, "en")).all("tbody")[0]
    assert row.all(css="fs-eval-name") == []
    assert "22 November 2026" in row.text


def test_no_run_yet_is_said(read: Read) -> None:
    assert "No run yet." in read(runs_html([], None, True, "en")).text


def test_the_lead_says_why_nothing_can_be_started(read: Read) -> None:
    closed = read(lead_html(EvaluationSettings(Path("/d"), Path("/d/runs"), may_start=False), "en"))
    assert "FUNDSTELLE_START_RUNS=1" in closed.text
    allowed = read(lead_html(EvaluationSettings(Path("/d"), Path("/d/runs"), may_start=True), "de"))
    assert "/d/gold" in allowed.text
    assert "FUNDSTELLE_START_RUNS" not in allowed.text
