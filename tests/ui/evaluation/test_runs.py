from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.ui.evaluation.conftest import METRICS
from ui.evaluation.runs import count_records, is_run, last_words, list_runs, read_run, report_of


def test_a_finished_run_has_its_main_figures(make_run: Callable[..., Path]) -> None:
    run = read_run(make_run("a"))
    assert (run.name, run.gold, run.questions, run.done) == ("a", "/gold/mine.jsonl", 12, 12)
    assert run.figures == {"answer_accuracy": 0.5, "Recall@5": 1.0, "refusal F1": 0.25}
    assert run.started == datetime(2026, 11, 22, 5, 1, 12, tzinfo=UTC)
    assert (run.finished, run.has_report, run.failures, run.last_words) == (True, True, 0, "")


def test_an_unfinished_run_says_how_far_it_came_and_its_last_words(make_run: Callable[..., Path]) -> None:
    folder = make_run("b", finished=None, records=5)
    (folder / "output.log").write_text("first\nfundstelle: it is broken.\n\n", encoding="utf-8")
    run = read_run(folder)
    assert (run.finished, run.done, run.questions, run.figures) == (False, 5, 12, {})
    assert run.last_words == "it is broken."
    (folder / "output.log").write_text("fundstelle: why.\nterminate called\n", encoding="utf-8")
    assert read_run(folder).last_words == "why."
    (folder / "output.log").write_text("fundstelle: interrupted. Repeat the command.\n", encoding="utf-8")
    assert read_run(folder).last_words == ""
    (folder / "output.log").write_text("Traceback\nKeyError: 'x'\n", encoding="utf-8")
    assert read_run(folder).last_words == "KeyError: 'x'"


def test_a_line_that_is_being_written_does_not_count(make_run: Callable[..., Path]) -> None:
    folder = make_run("c", finished=None, records=2)
    with (folder / "questions.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"id": "ha')
    assert count_records(folder) == 2


def test_the_newest_come_first_and_other_folders_are_left_out(make_run: Callable[..., Path], runs: Path) -> None:
    make_run("old", started="2026-11-20T00:00:00+00:00")
    make_run("new", started="2026-11-22T00:00:00+00:00")
    (runs / "notes").mkdir()
    (runs / "file.txt").write_text("x", encoding="utf-8")
    assert [run.name for run in list_runs(runs)] == ["new", "old"]
    assert list_runs(runs / "nowhere") == []


@pytest.mark.parametrize("content", ["", "[]", "{", "null", '{"started": 5, "questions": "x", "finished": true}'])
def test_broken_files_break_nothing(runs: Path, content: str) -> None:
    folder = runs / "broken"
    folder.mkdir()
    (folder / "run.json").write_text(content, encoding="utf-8")
    run = read_run(folder)
    assert (run.finished, run.questions, run.figures) == (False, 0, {})
    assert run.started.tzinfo is UTC


def test_a_changed_file_is_read_again(make_run: Callable[..., Path]) -> None:
    folder = make_run("a")
    assert read_run(folder).failures == 0
    changed = {**METRICS, "failures": [{}, {}]}
    (folder / "metrics.json").write_text(json.dumps(changed), encoding="utf-8")
    assert read_run(folder).failures == 2


def test_links_are_no_runs_and_no_reports(make_run: Callable[..., Path], runs: Path, tmp_path: Path) -> None:
    folder = make_run("a")
    (runs / "link").symlink_to(folder, target_is_directory=True)
    assert not is_run(runs / "link")
    secret = tmp_path / "secret.html"
    secret.write_text("secret", encoding="utf-8")
    (folder / "report.html").unlink()
    (folder / "report.html").symlink_to(secret)
    assert report_of(folder) is None


def test_a_log_that_is_not_there_says_nothing(tmp_path: Path) -> None:
    assert last_words(tmp_path / "output.log") == ""
