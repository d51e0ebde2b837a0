"""Nuggets: how many of the facts that a good answer holds are in this one."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Importance = Literal["vital", "okay"]
Assignment = Literal["support", "partial_support", "not_support"]

_CREDIT: dict[Assignment, float] = {"support": 1.0, "partial_support": 0.5, "not_support": 0.0}
_WEIGHT: dict[Importance, float] = {"vital": 1.0, "okay": 0.5}


@dataclass(frozen=True)
class Nugget:
    """A fact, how much it matters, and whether the answer states it."""

    importance: Importance
    assignment: Assignment


def nuggets_strict(nuggets: Sequence[Nugget]) -> float:
    """Share of the vital nuggets that the answer states in full; of all nuggets where none is vital.

    Definition: vital nuggets with `support` / vital nuggets (V_strict, the primary figure of the track).
    Source: Pradeep et al. 2024, "Initial Nugget Evaluation Results for the TREC 2024 RAG Track with the AutoNuggetizer
    Framework"; vital and okay from Voorhees 2003, "Overview of the TREC 2003 Question Answering Track".
    Range: 0 to 1, higher is better.
    Missing: a refusal or an error of an answerable question scores 0; undefined for unanswerable questions. At least
    one nugget is needed: where the gold names none, each of its facts is a vital one.
    """
    counted = [nugget for nugget in nuggets if nugget.importance == "vital"] or list(nuggets)
    return sum(nugget.assignment == "support" for nugget in counted) / len(counted)


def nuggets_partial(nuggets: Sequence[Nugget]) -> float:
    """Weighted share of all nuggets, where half a nugget earns half.

    Definition: sum of weight x credit / sum of weight, with weight 1 for vital and 0.5 for okay nuggets, credit 1 for
    `support` and 0.5 for `partial_support` (the track's weighted score).
    Source, range and missing: as `nuggets_strict`.
    """
    weights = [_WEIGHT[nugget.importance] for nugget in nuggets]
    earned = math.fsum(w * _CREDIT[n.assignment] for w, n in zip(weights, nuggets, strict=True))
    return earned / math.fsum(weights)
