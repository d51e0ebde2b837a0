"""Figures that a run must reach: `Recall@5=0.95`, `de>en:answer_accuracy=0.8`, `refusal_recall=0.85`, `ece=0.08`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from eval.scoring.scores import METRICS
from eval.summary.group import Group
from eval.summary.report import DIRECTIONS, Report
from index.errors import UsageError

_FORM = re.compile(r"(?:(?P<group>[^:=]+):)?(?P<metric>[^:=]+)=(?P<value>.+)")

REFUSALS: dict[str, Callable[[Group], float | None]] = {
    "refusal_precision": lambda group: group.refusal.precision,
    "refusal_recall": lambda group: group.refusal.recall,
    "refusal_f1": lambda group: group.refusal.f1,
}
"""Figures of a group of questions; without a group, of all of them."""
GREATEST: dict[str, Callable[[Report], float | None]] = {
    "ece": lambda report: report.metrics.calibration["answered"].ece,
    "brier": lambda report: report.metrics.calibration["answered"].brier,
    "ask_p50": lambda report: report.latency_ms["ask"].p50,
    "ask_p95": lambda report: report.latency_ms["ask"].p95,
    "search_p50": lambda report: report.latency_ms["search"].p50,
    "search_p95": lambda report: report.latency_ms["search"].p95,
}
"""Figures of which less is better, milliseconds among them; they have no groups."""


@dataclass(frozen=True)
class Threshold:
    """What one figure must reach.

    Attributes:
        group: a direction, language, type, tag, "answerable" or "unanswerable"; None: the macro mean over directions,
            or all questions for refusals.
        metric: its name.
        value: the least value, or the greatest where less is better.
    """

    group: str | None
    metric: str
    value: float

    @property
    def name(self) -> str:
        """As it was written, without the value."""
        return f"{self.group}:{self.metric}" if self.group else self.metric

    def miss(self, report: Report) -> str | None:
        """Say by how much a run misses it; None when it does not.

        Raises:
            UsageError: the run has no such group.
        """
        found = self._value(report)
        less_is_better = self.metric in GREATEST
        if found is not None and (found <= self.value if less_is_better else found >= self.value):
            return None
        shown = "undefined" if found is None else f"{found:.4f}"
        return f"{self.name} is {shown}; it must be at {'most' if less_is_better else 'least'} {self.value:g}."

    def _value(self, report: Report) -> float | None:
        """The figure of a run."""
        if self.metric in GREATEST:
            return GREATEST[self.metric](report)
        if self.metric in REFUSALS:
            return REFUSALS[self.metric](group_of(report, self.group or "all"))
        if self.group is None and self.metric == "refusal_accuracy":
            return group_of(report, "all").scores[self.metric].mean
        if self.group is None:
            return report.metrics.macro_mean_of_directions[self.metric].mean
        return group_of(report, self.group).scores[self.metric].mean


def read_threshold(text: str) -> Threshold:
    """Read one threshold.

    Raises:
        UsageError: it has another form, or names no figure.
    """
    found = _FORM.fullmatch(text.strip())
    known = [*METRICS, *REFUSALS, *GREATEST]
    if not found or found["metric"].strip() not in known:
        raise UsageError(
            f"--fail-under {text!r} names no figure.", f"Write FIGURE=VALUE with one of {', '.join(known)}."
        )
    group, metric = (found["group"] or "").strip() or None, found["metric"].strip()
    if group and metric in GREATEST:
        raise UsageError(f"--fail-under {text!r}: {metric} has no groups.", f"Write {metric}=VALUE.")
    try:
        return Threshold(group, metric, float(found["value"]))
    except ValueError as error:
        raise UsageError(f"--fail-under {text!r}: {found['value']!r} is no number.", f"Write {metric}=0.9.") from error


def group_of(report: Report, name: str) -> Group:
    """The group of that name.

    Raises:
        UsageError: there is none; says which there are.
    """
    metrics = report.metrics
    kinds: tuple[Mapping[str, Group], ...] = (
        metrics.directions,
        metrics.languages,
        metrics.answerability,
        metrics.types,
        metrics.tags,
    )
    for groups in kinds:
        if name in groups:
            return groups[name]
    there = ", ".join(dict.fromkeys(known for groups in kinds for known in groups))
    raise UsageError(f"--fail-under: this run has no group {name!r}.", f"It has {there or ', '.join(DIRECTIONS)}.")
