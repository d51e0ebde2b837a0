"""The gate of a run: thresholds, and a baseline that it must not fall behind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from eval.compare.difference import Difference, differences
from eval.compare.side import Side, read_side, side_of
from eval.compare.thresholds import Threshold, read_threshold
from eval.summary.report import Report


class Passed(BaseModel):
    """Whether a run passed the gate, and what it failed at."""

    model_config = ConfigDict(frozen=True)

    passed: bool
    below: list[str] = Field(description="thresholds that were missed, in words")
    regressions: list[Difference] = Field(description="what is significantly worse than in the baseline")
    not_asked: list[str] = Field(description="ids of questions of the baseline that this run did not ask")
    baseline: str | None

    def lines(self) -> list[str]:
        """What the gate says, one line each; nothing when there was no gate."""
        worse = [
            f"{found.metric} ({found.group}, {found.n} questions) fell from {found.a:.4f} to {found.b:.4f}, "
            f"p = {found.p_corrected:.4f}."
            for found in self.regressions
        ]
        missing = [f"{len(self.not_asked)} questions of the baseline were not asked."] if self.not_asked else []
        said = [*self.below, *worse, *missing]
        if self.baseline and not said:
            return [f"nothing is significantly worse than in {self.baseline}."]
        return said


@dataclass(frozen=True)
class Gate:
    """What a run must reach.

    Attributes:
        thresholds: figures with their least or greatest values.
        baseline: an earlier run; None: none.
    """

    thresholds: Sequence[Threshold]
    baseline: Side | None

    def check(self, report: Report) -> Passed:
        """Hold a run against it.

        Raises:
            UsageError: a threshold names a group that the run does not have.
        """
        below = [miss for threshold in self.thresholds if (miss := threshold.miss(report))]
        regressions: list[Difference] = []
        not_asked: list[str] = []
        if self.baseline:
            run = side_of("this run", report.records, report.metrics)
            found = differences(self.baseline, run)
            regressions = [one for one in found if one.regression]
            not_asked = [key for key in self.baseline.questions if key not in run.questions]
        return Passed(
            passed=not (below or regressions or not_asked),
            below=below,
            regressions=regressions,
            not_asked=not_asked,
            baseline=self.baseline.name if self.baseline else None,
        )


def read_gate(thresholds: Sequence[str], baseline: Path | None) -> Gate:
    """Read what a run must reach, before it begins.

    Raises:
        UsageError: a threshold is wrong, or the baseline is no run.
        SourceError: the baseline cannot be read.
    """
    return Gate([read_threshold(text) for text in thresholds], read_side(baseline) if baseline else None)
