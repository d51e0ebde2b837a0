"""The demo articles answer no worse than when their figures were last written down (`make baseline`)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eval.command import DEFAULT_GOLD
from rag.cli.main import main

BASELINE = Path(__file__).resolve().parents[2] / "eval" / "results" / "corpus"


@pytest.mark.timeout(3600)  # a minute and a half, if the machine has nothing else to do
def test_the_gold_of_the_demo_articles_passes_the_baseline(
    demo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["--data", str(demo), "--out", str(tmp_path / "run"), "--jobs", "2", "--json"]
    code = main(["eval", *options, "--baseline", str(BASELINE), "--fail-under", "citation_exactness=1"])
    shown = capsys.readouterr()
    assert code == 0, shown.err
    found = json.loads(shown.out)
    assert found["gate"]["passed"] is True
    assert found["failures"] == []
    assert found["citations"]["checked"] == found["citations"]["exact"] > 0
    assert found["questions"] == len(DEFAULT_GOLD.read_text(encoding="utf-8").splitlines())


def test_the_baseline_is_of_the_gold_that_there_is() -> None:
    gold = [json.loads(line)["id"] for line in DEFAULT_GOLD.read_text(encoding="utf-8").splitlines()]
    kept = [json.loads(line)["id"] for line in (BASELINE / "scores.jsonl").read_text(encoding="utf-8").splitlines()]
    assert kept == gold, "make baseline"
