from __future__ import annotations

from bench.verification import suite_table
from eval.perturbation.suite import Rate


def test_a_row_a_kind_with_shares_counts_and_bars() -> None:
    lines = suite_table(
        {("number", "de>en"): Rate(3, 4), ("number", "all"): Rate(3, 4), ("paraphrase", "all"): Rate(0, 5)}
    )
    assert lines[0] == "| | de>de | en>en | de>en | en>de | all | bar |"
    assert lines[2] == "| number, detected |  |  | 0.75 (4) |  | 0.75 (4) | ≥ 0.90 |"
    assert "| paraphrase, false alarms |  |  |  |  | 0.00 (5) | ≤ 0.10 |" in lines
    assert len(lines) == 2 + 10
