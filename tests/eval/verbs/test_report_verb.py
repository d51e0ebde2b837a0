from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from eval.verbs.report import REPORT
from index.errors import UsageError


def parse(*arguments: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    REPORT.configure(parser)
    parser.add_argument("--data")
    parser.add_argument("--json", action="store_true")
    return parser.parse_args(arguments)


def test_the_help_teaches() -> None:
    assert any("--open" in example for example in REPORT.examples)


def test_a_folder_without_a_run_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no run"):
        REPORT.run(parse(str(tmp_path)))
