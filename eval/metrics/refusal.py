"""Refusal precision, recall and F1: whether the archive says nothing exactly when it holds nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict


class Verdict(NamedTuple):
    """What was right and what was done for one question."""

    answerable: bool
    refused: bool


class Refusal(BaseModel):
    """Counts and the figures made of them; None where a figure is undefined."""

    model_config = ConfigDict(frozen=True)

    right: int
    wrong: int
    missed: int
    precision: float | None
    recall: float | None
    f1: float | None


def refusal(verdicts: Iterable[Verdict]) -> Refusal:
    """Compare refusals (`not_in_corpus`, the positive class) with what the gold says.

    Definition: right = unanswerable and refused; wrong = answerable and refused; missed = unanswerable, not refused;
    precision = right / (right + wrong), recall = right / (right + missed), F1 = 2 right / (2 right + wrong + missed).
    Source: van Rijsbergen 1979, "Information Retrieval", chapter 7; unanswerable questions as a class of their own as
    in Rajpurkar et al. 2018, "Know What You Don't Know: Unanswerable Questions for SQuAD", ACL.
    Range: 0 to 1, higher is better.
    Missing: a question whose answer failed with an error was not refused. Precision is 0 when nothing was refused
    though something had to be; a figure is None when its denominator is 0 for another reason.
    """
    judged = list(verdicts)
    right = sum(not v.answerable and v.refused for v in judged)
    wrong = sum(v.answerable and v.refused for v in judged)
    missed = sum(not v.answerable and not v.refused for v in judged)
    precision = 0.0 if missed and not right + wrong else _share(right, right + wrong)
    f1 = _share(2 * right, 2 * right + wrong + missed)
    recall = _share(right, right + missed)
    return Refusal(right=right, wrong=wrong, missed=missed, precision=precision, recall=recall, f1=f1)


def _share(part: int, whole: int) -> float | None:
    """Divide, or say that there is nothing to divide by."""
    return part / whole if whole else None
