"""Everything that two runs differ in."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from eval.compare.changes import Change, changes
from eval.compare.difference import ALPHA, Difference, differences
from eval.compare.side import Side
from index.errors import UsageError


class Comparison(BaseModel):
    """Run B held against run A."""

    model_config = ConfigDict(frozen=True)

    a: str
    b: str
    questions: int = Field(description="asked in both runs")
    only_a: list[str] = Field(description="ids of questions that only A has asked; they are left out")
    only_b: list[str]
    test: str = Field(description="how p-values were found")
    differences: list[Difference]
    changes: list[Change]


def compare(a: Side, b: Side) -> Comparison:
    """Compare two runs question by question.

    Raises:
        UsageError: they share no question.
    """
    shared = [key for key in a.questions if key in b.questions]
    if not shared:
        raise UsageError(f"{a.name} and {b.name} have no question in common.", "Compare runs of the same gold file.")
    return Comparison(
        a=a.name,
        b=b.name,
        questions=len(shared),
        only_a=[key for key in a.questions if key not in b.questions],
        only_b=[key for key in b.questions if key not in a.questions],
        test=f"paired randomisation test, two-sided, Holm over the groups of a metric, significant below {ALPHA}",
        differences=differences(a, b),
        changes=changes(a, b),
    )
