"""The figures of one group of questions, and the mean over groups."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pydantic import BaseModel, ConfigDict, Field

from eval.metrics.mean import mean
from eval.metrics.refusal import Refusal, Verdict, refusal
from eval.runs.record import QuestionRecord
from eval.scoring.scores import METRICS
from eval.summary.bootstrap import Interval, macro_interval, mean_interval
from eval.summary.refusal_intervals import RefusalIntervals, refusal_intervals


class Score(BaseModel):
    """A mean, how many values it is made of, and the interval in which it may lie."""

    model_config = ConfigDict(frozen=True)

    mean: float | None = Field(description="None without values")
    n: int
    low: float | None = Field(default=None, description="lower end of the confidence interval; None without values")
    high: float | None = Field(default=None, description="upper end")


class Group(BaseModel):
    """Questions that are reported together."""

    model_config = ConfigDict(frozen=True)

    questions: int
    answerable: int
    scores: dict[str, Score] = Field(description="by metric; every metric is there, with n = 0 where none applies")
    refusal: Refusal
    refusal_intervals: RefusalIntervals = RefusalIntervals()


def summarise(records: Sequence[QuestionRecord]) -> Group:
    """Average each metric over the questions that it applies to, and compare refusals with the gold."""
    refused = refusal(Verdict(record.expected.answerable, record.refused) for record in records)
    return Group(
        questions=len(records),
        answerable=sum(record.expected.answerable for record in records),
        scores={metric: _score(values_of(records, metric)) for metric in METRICS},
        refusal=refused,
        refusal_intervals=refusal_intervals(refused, len(records)),
    )


def macro_mean(groups: Iterable[Sequence[QuestionRecord]]) -> dict[str, Score]:
    """Average the groups' means with equal weight; groups without a value are left out, `n` counts the others."""
    strata = [list(group) for group in groups]
    return {metric: _macro([values_of(group, metric) for group in strata]) for metric in METRICS}


def values_of(records: Iterable[QuestionRecord], metric: str) -> list[float]:
    """The values of a metric over the questions that it applies to."""
    return [record.scores[metric] for record in records if metric in record.scores]


def _score(values: Sequence[float]) -> Score:
    """Average the values that there are."""
    return _with_interval(mean(values), len(values), mean_interval(values))


def _macro(strata: Sequence[Sequence[float]]) -> Score:
    """Average the means of the groups that have one."""
    means = [average for values in strata if (average := mean(values)) is not None]
    return _with_interval(mean(means), len(means), macro_interval(strata))


def _with_interval(average: float | None, n: int, interval: Interval | None) -> Score:
    low, high = interval or (None, None)
    return Score(mean=average, n=n, low=low, high=high)
