from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from ui.evaluation.progress import progress_html
from ui.evaluation.runner import BusyError, Job, Runner
from ui.evaluation.runs import STAMP, read_run
from ui.evaluation.settings import EvaluationSettings

GOLD = {"id": "q", "question": "Wie heißt der Panda?", "language": "de", "answerable": True, "answers": ["Momo"]}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    lines = [{**GOLD, "id": f"q{number}", "articles": ["zoo"]} for number in range(40)]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


@pytest.fixture
def runner(archive: Path, tmp_path: Path) -> Iterator[Runner]:
    runner = Runner(EvaluationSettings(archive, tmp_path / "runs", may_start=True))
    yield runner
    runner.close()


def wait(condition: object, job: Job) -> None:
    deadline = time.monotonic() + 300
    while time.monotonic() < deadline:
        if callable(condition) and condition():
            return
        time.sleep(0.05)
    raise AssertionError((job.folder / "output.log").read_text(encoding="utf-8"))


def test_a_run_is_started_watched_cancelled_and_gone_on_with(runner: Runner, gold: Path) -> None:
    job = runner.start(gold)
    assert job.running
    assert STAMP.fullmatch(job.folder.name)
    assert "<progress" in progress_html(job, "en")
    with pytest.raises(BusyError):
        runner.start(gold)

    wait(lambda: read_run(job.folder).done >= 1, job)
    runner.cancel()
    wait(lambda: not job.running, job)
    stopped = read_run(job.folder)
    assert not stopped.finished
    assert 1 <= stopped.done < 40
    assert "Stopped." in progress_html(job, "en")

    again = runner.go_on(stopped.name, stopped.gold)
    assert again.known == stopped.done
    wait(lambda: not again.running, again)
    finished = read_run(again.folder)
    assert again.process.returncode == 0
    assert (finished.finished, finished.done, finished.has_report) == (True, 40, True)
    assert set(finished.figures) >= {"answer_accuracy", "Recall@5"}
    assert "Done." in progress_html(again, "en")


def test_why_a_run_could_not_begin_is_kept(runner: Runner, tmp_path: Path) -> None:
    job = runner.start(tmp_path / "nowhere.jsonl")
    wait(lambda: not job.running, job)
    assert job.process.returncode == 1
    run = read_run(job.folder)
    assert not run.finished
    assert "nowhere.jsonl" in run.last_words


def test_closing_leaves_nothing_running(runner: Runner, gold: Path) -> None:
    job = runner.start(gold)
    runner.close()
    assert not job.running
    runner.close()
