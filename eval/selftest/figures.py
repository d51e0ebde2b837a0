"""The figures of a set of records that the self-test watches."""

from __future__ import annotations

from collections.abc import Sequence

from eval.metrics.calibration import calibration
from eval.metrics.mean import mean
from eval.metrics.percentile import percentile
from eval.metrics.refusal import Verdict, refusal
from eval.runs.record import QuestionRecord
from eval.scoring.scores import METRICS
from eval.summary.confidence import outcomes
from eval.summary.group import values_of

SET_FIGURES = ("refusal_precision", "refusal_recall", "refusal_f1", "ece", "brier", "p50_ms", "p95_ms")
"""Figures of many questions, beside the means of the metrics that every question has."""
FIGURES = (*METRICS, *SET_FIGURES)


def figures_of(records: Sequence[QuestionRecord]) -> dict[str, float]:
    """Every figure that is defined for these records, by name."""
    refused = refusal(Verdict(record.expected.answerable, record.refused) for record in records)
    sure = calibration(outcomes(records)["answered"])
    times = [record.ask_ms for record in records]
    found: dict[str, float | None] = {metric: mean(values_of(records, metric)) for metric in METRICS}
    found |= {
        "refusal_precision": refused.precision,
        "refusal_recall": refused.recall,
        "refusal_f1": refused.f1,
        "ece": sure.ece,
        "brier": sure.brier,
        "p50_ms": percentile(times, 0.5),
        "p95_ms": percentile(times, 0.95),
    }
    return {name: value for name, value in found.items() if value is not None}
