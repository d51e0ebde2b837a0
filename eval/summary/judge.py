"""What the language model that judges answers made of them, never without how far the deterministic metric agrees."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict, Field

from eval.metrics.agreement import Agreement, Pair, agreement
from eval.metrics.mean import mean
from eval.runs.record import QuestionRecord
from eval.summary.confidence import is_right


class JudgeFigures(BaseModel):
    """The judge's verdicts over all answers that it was shown."""

    model_config = ConfigDict(frozen=True)

    models: list[str] = Field(description="who judged")
    asked: int
    failures: int = Field(description="replies that were no verdict, and errors; they count as not correct")
    correct: float | None = Field(description="share of those asked that it calls correct; None when none was asked")
    agreement: Agreement = Field(description="first: the judge, second: answer accuracy; over replies with a verdict")
    agreement_by_direction: dict[str, Agreement]


def judge_figures(records: Sequence[QuestionRecord]) -> JudgeFigures | None:
    """Sum up the verdicts; None when there are none."""
    judged = [record for record in records if record.judged is not None]
    if not judged:
        return None
    verdicts = [record.judged.correct for record in judged if record.judged]
    directions = sorted({record.direction for record in judged if record.direction})
    return JudgeFigures(
        models=sorted({record.judged.model for record in judged if record.judged}),
        asked=len(judged),
        failures=sum(verdict is None for verdict in verdicts),
        correct=mean([float(verdict is True) for verdict in verdicts]),
        agreement=_agreement(judged),
        agreement_by_direction={name: _agreement([r for r in judged if r.direction == name]) for name in directions},
    )


def _agreement(records: Sequence[QuestionRecord]) -> Agreement:
    """Compare the judge with answer accuracy where the judge has decided."""
    return agreement(
        Pair(record.judged.correct, is_right(record))
        for record in records
        if record.judged is not None and record.judged.correct is not None
    )
