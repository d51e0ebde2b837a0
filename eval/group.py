"""The figures of one group of questions, and the mean over groups."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pydantic import BaseModel, ConfigDict, Field

from eval.metrics.mean import mean
from eval.metrics.refusal import Refusal, Verdict, refusal
from eval.record import QuestionRecord
from eval.scores import METRICS


class Score(BaseModel):
    """A mean and how many values it is made of."""

    model_config = ConfigDict(frozen=True)

    mean: float | None = Field(description="None without values")
    n: int


class Group(BaseModel):
    """Questions that are reported together."""

    model_config = ConfigDict(frozen=True)

    questions: int
    answerable: int
    scores: dict[str, Score] = Field(description="by metric; every metric is there, with n = 0 where none applies")
    refusal: Refusal


def summarise(records: Sequence[QuestionRecord]) -> Group:
    """Average each metric over the questions that it applies to, and compare refusals with the gold."""
    return Group(
        questions=len(records),
        answerable=sum(record.expected.answerable for record in records),
        scores={metric: _score([r.scores[metric] for r in records if metric in r.scores]) for metric in METRICS},
        refusal=refusal(Verdict(record.expected.answerable, record.refused) for record in records),
    )


def macro_mean(groups: Iterable[Group]) -> dict[str, Score]:
    """Average the groups' means with equal weight; groups without a value are left out, `n` counts the others."""
    groups = list(groups)
    means = {metric: [group.scores[metric].mean for group in groups] for metric in METRICS}
    return {metric: _score([value for value in values if value is not None]) for metric, values in means.items()}


def _score(values: Sequence[float]) -> Score:
    """Average the values that there are."""
    return Score(mean=mean(values), n=len(values))
