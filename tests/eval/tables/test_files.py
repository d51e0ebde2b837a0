from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from eval.compare.gate import read_gate
from eval.compare.side import ShortRecord
from eval.gold_set import GoldQuestion
from eval.runs.info import RunInfo, begin, finish
from eval.runs.record import QuestionRecord
from eval.runs.run import evaluate
from eval.runs.settings import Settings
from eval.runs.source import Source
from eval.summary.report import Report
from eval.tables.files import as_json, as_text, write_report, write_scores

if TYPE_CHECKING:
    from tests.eval.conftest import TinyArchive


@pytest.fixture
def report(perfect: TinyArchive, gold: list[GoldQuestion]) -> Report:
    perfect.answers[gold[0].question] = perfect.answers[gold[4].question]
    return evaluate(perfect, gold)


@pytest.fixture
def info(perfect: TinyArchive, gold: list[GoldQuestion], report: Report) -> RunInfo:
    begun = begin(Source(perfect, gold, "some/gold.jsonl", "f" * 64), Settings(now="2024-05-01"))
    return finish(begun, report, 1.5)


def test_the_files_of_a_run(report: Report, info: RunInfo, tmp_path: Path) -> None:
    write_report(report, info, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir() if path.name != "report.html") == [
        "metrics.json",
        "questions.jsonl",
        "report.md",
        "run.json",
        "scores.jsonl",
    ]

    metrics = json.loads((tmp_path / "metrics.json").read_text(encoding="utf-8"))
    assert metrics == report.metrics.model_dump(mode="json")
    accuracy = metrics["directions"]["de>de"]["scores"]["answer_accuracy"]
    assert accuracy == {"mean": 0.0, "n": 1, "low": 0.0, "high": 0.0}
    assert json.loads((tmp_path / "run.json").read_text(encoding="utf-8")) == info.model_dump(mode="json")

    lines = (tmp_path / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    assert [QuestionRecord.model_validate_json(line) for line in lines] == report.records
    assert json.loads(lines[1])["answer"]["citations"][0]["quote"] == "The meeting took place in Vladivostok."

    markdown = (tmp_path / "report.md").read_text(encoding="utf-8")
    assert "## Answerable questions by direction" in markdown
    assert "6 questions of `gold.jsonl`" in markdown
    assert "| dd | de&gt;de | refused | Wo fand das Treffen statt? | Wladiwostok |  |" in markdown


def test_a_baseline_holds_every_score_and_no_text(report: Report, tmp_path: Path) -> None:
    write_scores(report, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["metrics.json", "scores.jsonl"]
    lines = (tmp_path / "scores.jsonl").read_text(encoding="utf-8").splitlines()
    short = [ShortRecord.model_validate_json(line) for line in lines]
    assert [line.scores for line in short] == [pytest.approx(record.scores, abs=1e-6) for record in report.records]
    assert (short[0].status, short[0].direction, short[4].answerable) == ("not_in_corpus", "de>de", False)
    written = "".join(path.read_text(encoding="utf-8") for path in tmp_path.iterdir())
    for text in ("Wladiwostok", "Wo fand", "The meeting took place"):
        assert text not in written


def test_equal_runs_write_equal_files(
    perfect: TinyArchive, gold: list[GoldQuestion], report: Report, info: RunInfo, tmp_path: Path
) -> None:
    write_report(report, info, tmp_path)
    names = ("metrics.json", "scores.jsonl")
    first = [(tmp_path / name).read_bytes() for name in names]
    write_report(evaluate(perfect, gold, Settings(jobs=3)), info, tmp_path)
    assert [(tmp_path / name).read_bytes() for name in names] == first


def test_json_for_the_terminal_keeps_the_run_and_the_gate_apart(report: Report, info: RunInfo) -> None:
    gate = read_gate(["RR=2"], None).check(report)
    printed = json.loads(as_json(report, info, gate=gate))
    assert printed.pop("run") == info.model_dump(mode="json")
    assert printed.pop("gate")["passed"] is False
    assert printed == report.metrics.model_dump(mode="json")


def test_the_text_has_every_table_that_applies(report: Report) -> None:
    text = as_text(report)
    for title in (
        "Answerable questions by direction",
        "Every metric with its 95 % confidence interval",
        "Refusals",
        "Confidence against outcome",
        "Questions by tag",
        "Latency",
    ):
        assert title in text
    assert "Failures" not in text
    assert "judge" not in text
