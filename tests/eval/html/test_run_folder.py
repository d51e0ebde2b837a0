from __future__ import annotations

from pathlib import Path

import pytest

from eval.html.run_folder import read_run
from eval.runs.folder import write_info
from eval.runs.info import RunInfo
from eval.summary.report import Report
from eval.tables.files import write_report
from index.errors import SourceError, UsageError


def test_a_run_is_read_back_as_it_was(tmp_path: Path, report: Report, info: RunInfo) -> None:
    write_report(report, info, tmp_path)
    found = read_run(tmp_path)
    assert found.info == info
    assert found.report.metrics == report.metrics
    assert found.report.records == report.records


def test_a_folder_without_a_run_names_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no run") as caught:
        read_run(tmp_path)
    assert "--out" in caught.value.remedy


def test_a_run_that_is_not_finished_names_the_way_out(tmp_path: Path, info: RunInfo) -> None:
    write_info(tmp_path, info.model_copy(update={"finished": None}))
    with pytest.raises(UsageError, match="not finished") as caught:
        read_run(tmp_path)
    assert "--resume" in caught.value.remedy


def test_metrics_of_something_else_name_the_way_out(tmp_path: Path, report: Report, info: RunInfo) -> None:
    write_report(report, info, tmp_path)
    (tmp_path / "metrics.json").write_text("{}", encoding="utf-8")
    with pytest.raises(SourceError, match=r"metrics\.json") as caught:
        read_run(tmp_path)
    assert "--rescore" in caught.value.remedy
