from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ui.evaluation.progress import progress_html
from ui.evaluation.runner import Job


@pytest.fixture
def process() -> Iterator[subprocess.Popen[bytes]]:
    """A process that does nothing for a while."""
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        yield process
        process.kill()


def test_without_a_job_there_is_nothing_to_show() -> None:
    assert progress_html(None, "de") == ""


def test_the_bar_counts_questions_and_guesses_the_rest(
    read: Callable[[str], Any], make_run: Callable[..., Path], process: subprocess.Popen[bytes]
) -> None:
    folder = make_run("a", finished=None, records=7)
    job = Job(folder, process, time.monotonic() - 100, known=2)
    node = read(progress_html(job, "en"))
    (bar,) = node.all("progress")
    assert (bar.attributes["value"], bar.attributes["max"]) == ("7", "12")
    assert node.text == "7 of 12 questions, about 2 minutes left"  # 5 in 100 seconds, 5 are missing: 100 seconds


def test_before_the_first_question_the_archive_is_opened(
    read: Callable[[str], Any], make_run: Callable[..., Path], process: subprocess.Popen[bytes]
) -> None:
    job = Job(make_run("a", finished=None, records=2), process, time.monotonic(), known=2)
    node = read(progress_html(job, "de"))
    assert node.text == "Das Archiv wird geöffnet …"
    assert "value" not in node.all("progress")[0].attributes


def test_few_questions_are_no_ground_for_a_guess(
    read: Callable[[str], Any], make_run: Callable[..., Path], process: subprocess.Popen[bytes]
) -> None:
    job = Job(make_run("a", finished=None, records=3), process, time.monotonic() - 9, known=0)
    assert read(progress_html(job, "en")).text == "3 of 12 questions"
