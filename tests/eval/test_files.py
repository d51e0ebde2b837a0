from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from eval.files import as_json, make_folder, write_report
from eval.gold_set import GoldQuestion
from eval.record import QuestionRecord
from eval.report import Report
from eval.run import evaluate
from eval.run_info import RunInfo, run_info
from index.errors import UsageError

if TYPE_CHECKING:
    from tests.eval.conftest import TinyArchive

STARTED = datetime(2024, 6, 19, 12, tzinfo=timezone(timedelta(hours=2)))


@pytest.fixture
def report(perfect: TinyArchive, gold: list[GoldQuestion]) -> Report:
    perfect.answers[gold[0].question] = perfect.answers[gold[4].question]
    return evaluate(perfect, gold)


@pytest.fixture
def info(report: Report, tmp_path: Path) -> RunInfo:
    gold_file = tmp_path / "gold.jsonl"
    gold_file.write_text("{}")
    return run_info(report, gold_file, STARTED)


def test_the_run_says_when_and_with_what(report: Report, info: RunInfo) -> None:
    assert info.started == "2024-06-19T10:00:00+00:00"
    assert info.seconds == pytest.approx((datetime.now(UTC) - STARTED).total_seconds(), abs=60)
    assert info.gold_sha256 == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
    assert info.generation == report.generation
    assert info.latency_ms == report.latency_ms


def test_four_files_are_written(report: Report, info: RunInfo, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "out"
    make_folder(folder)
    write_report(report, info, folder)
    assert sorted(path.name for path in folder.iterdir()) == [
        "metrics.json",
        "questions.jsonl",
        "report.md",
        "run.json",
    ]

    metrics = json.loads((folder / "metrics.json").read_text(encoding="utf-8"))
    assert metrics == report.metrics.model_dump(mode="json")
    assert metrics["directions"]["de>de"]["scores"]["answer_accuracy"] == {"mean": 0.0, "n": 1}
    assert json.loads((folder / "run.json").read_text(encoding="utf-8")) == info.model_dump(mode="json")

    lines = (folder / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    assert [QuestionRecord.model_validate_json(line) for line in lines] == report.records
    assert json.loads(lines[1])["answer"]["citations"][0]["quote"] == "The meeting took place in Vladivostok."

    markdown = (folder / "report.md").read_text(encoding="utf-8")
    assert "## Answerable questions by direction" in markdown
    assert "| dd | de&gt;de | refused | Wo fand das Treffen statt? | Wladiwostok |  |" in markdown


def test_equal_runs_write_equal_metrics(
    perfect: TinyArchive, gold: list[GoldQuestion], report: Report, info: RunInfo, tmp_path: Path
) -> None:
    again = evaluate(perfect, gold)
    write_report(report, info, tmp_path)
    first = (tmp_path / "metrics.json").read_bytes()
    write_report(again, info, tmp_path)
    assert (tmp_path / "metrics.json").read_bytes() == first


def test_json_for_the_terminal_keeps_the_run_apart(report: Report, info: RunInfo) -> None:
    printed = json.loads(as_json(report, info))
    assert printed.pop("run") == info.model_dump(mode="json")
    assert printed == report.metrics.model_dump(mode="json")


def test_a_folder_that_cannot_be_made_is_wrong_usage(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="--out"):
        make_folder(tmp_path / "file")
