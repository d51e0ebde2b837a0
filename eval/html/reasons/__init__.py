"""Why a score of a question is what it is, in one sentence each."""

from __future__ import annotations

from eval.html.reasons.answers import ANSWERS
from eval.html.reasons.grounding import GROUNDING
from eval.html.reasons.retrieval import RETRIEVAL
from eval.runs.record import QuestionRecord, Step

__all__ = ["reasons"]


def reasons(record: QuestionRecord) -> dict[str, str]:
    """Explain every score of a question; a metric that nobody explains here is left out."""
    explained = {metric: _explain(metric, value, record) for metric, value in record.scores.items()}
    return {metric: sentence for metric, sentence in explained.items() if sentence}


def _explain(metric: str, value: float, record: QuestionRecord) -> str:
    name, _, cutoff = metric.partition("@")
    step: Step = "search" if name in RETRIEVAL else "ask"
    if any(failure.step == step for failure in record.failures):
        return f"{'The search' if step == 'search' else 'Asking'} ended with an error, which counts as 0."
    if name in RETRIEVAL:
        return RETRIEVAL[name](int(cutoff or len(record.results)), value, record)
    explain = ANSWERS.get(name) or GROUNDING.get(name)
    return explain(value, record) if explain else ""
