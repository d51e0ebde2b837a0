"""What differs between two runs, metric by metric and direction by direction."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pydantic import BaseModel, ConfigDict, Field

from eval.compare.randomisation import holm, p_value
from eval.compare.side import ShortRecord, Side
from eval.metrics.mean import mean
from eval.scoring.scores import METRICS
from eval.summary.bootstrap import mean_interval
from eval.summary.report import DIRECTIONS

ALPHA = 0.05
"""Below this corrected p-value a difference is called significant."""
SMALLEST = 0.01
"""A drop that is smaller is no regression, however sure it is."""

Belongs = Callable[[ShortRecord], bool]


class Difference(BaseModel):
    """One metric in one group of questions, B minus A."""

    model_config = ConfigDict(frozen=True)

    metric: str
    group: str = Field(description='"all", a direction, or "unanswerable"')
    n: int = Field(description="questions that the metric applies to in both runs")
    a: float
    b: float
    difference: float = Field(description="b - a; above 0 is better")
    low: float = Field(description="lower end of the 95 % bootstrap interval of the difference")
    high: float
    changed: int = Field(description="questions whose score differs")
    p: float = Field(description="paired randomisation test, two-sided")
    p_corrected: float = Field(description="after Holm, over the groups of this metric")
    significant: bool = Field(description=f"chance alone would hardly make it: p_corrected below {ALPHA}")
    regression: bool = Field(description=f"significantly worse in B, by at least {SMALLEST}")


def differences(a: Side, b: Side) -> list[Difference]:
    """Compare all metrics over the questions that both runs have asked; groups in which none applies are left out."""
    groups: dict[str, Belongs] = {"all": lambda question: True}
    groups |= {name: _in_direction(name) for name in DIRECTIONS}
    groups["unanswerable"] = lambda question: not question.answerable
    found: list[Difference] = []
    for metric in METRICS:
        family = [(name, pairs) for name, belongs in groups.items() if (pairs := _pairs(a, b, metric, belongs))]
        p_values = [p_value([y - x for x, y in pairs]) for _, pairs in family]
        corrected = holm(p_values)
        found += [
            _difference(metric, name, pairs, p, fixed)
            for (name, pairs), p, fixed in zip(family, p_values, corrected, strict=True)
        ]
    return found


def _in_direction(name: str) -> Belongs:
    return lambda question: question.direction == name


def _pairs(a: Side, b: Side, metric: str, belongs: Belongs) -> list[tuple[float, float]]:
    """The scores of every question of the group that the metric applies to in both runs."""
    shared = [(one, b.questions[key]) for key, one in a.questions.items() if key in b.questions and belongs(one)]
    return [(one.scores[metric], other.scores[metric]) for one, other in shared if _has(one, other, metric)]


def _has(one: ShortRecord, other: ShortRecord, metric: str) -> bool:
    scores: tuple[Mapping[str, float], ...] = (one.scores, other.scores)
    return all(metric in found for found in scores)


def _difference(metric: str, group: str, pairs: list[tuple[float, float]], p: float, corrected: float) -> Difference:
    """Sum up the pairs of one group."""
    gaps = [y - x for x, y in pairs]
    low, high = mean_interval(gaps) or (0.0, 0.0)
    difference = mean(gaps) or 0.0
    significant = corrected < ALPHA
    return Difference(
        metric=metric,
        group=group,
        n=len(pairs),
        a=mean([x for x, _ in pairs]) or 0.0,
        b=mean([y for _, y in pairs]) or 0.0,
        difference=difference,
        low=low,
        high=high,
        changed=sum(gap != 0 for gap in gaps),
        p=p,
        p_corrected=corrected,
        significant=significant,
        regression=significant and difference <= -SMALLEST,
    )
