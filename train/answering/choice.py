"""Choosing one of several by a weighted sum: the conditional logit (McFadden 1974).

A sentence has to be better than its neighbours, not good in itself, so sentences are compared with those that the same
question brought up and with no others.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.float64]

MOST_STEPS = 100
ENOUGH = 1e-8


def fit_choice(tables: Sequence[Table], right: Sequence[NDArray[np.bool_]], penalty: float) -> Table:
    """Weights under which the right ones are the likeliest to be chosen.

    The mean of -log P(one of the right ones), P being the softmax of the weighted sums, plus half the penalty times
    the squared weights of the standardised columns; by Newton's method with the curvature of the denominator alone,
    whose direction always descends, and steps that are halved until the loss does fall.

    Args:
        tables: of each question, shape (candidates, columns).
        right: which candidates are right, at least one of each question's.
        penalty: how dear large weights are.

    Returns:
        Weights for the columns as they were given, of shape (columns,).
    """
    rows = np.concatenate(tables)
    scale = rows.std(axis=0) + 1e-6
    rows = rows / scale
    bounds = np.cumsum([0, *map(len, tables)])
    starts, sizes = bounds[:-1], np.diff(bounds)
    goal = np.concatenate(right)

    def loss(weights: Table) -> float:
        logits = rows @ weights
        wanted = _log_sums(np.where(goal, logits, -np.inf), starts, sizes)
        return float((_log_sums(logits, starts, sizes) - wanted).mean() + penalty / 2 * weights @ weights)

    weights = np.zeros(rows.shape[1])
    reached = loss(weights)
    for _ in range(MOST_STEPS):
        logits = rows @ weights
        chosen = _shares(logits, starts, sizes)
        wanted = _shares(np.where(goal, logits, -np.inf), starts, sizes)
        means = np.add.reduceat(rows * chosen[:, None], starts)
        gradient = rows.T @ (chosen - wanted) / len(tables) + penalty * weights
        curvature = (rows.T @ (rows * chosen[:, None]) - means.T @ means) / len(tables)
        step = np.linalg.solve(curvature + penalty * np.eye(len(weights)), gradient)
        while (after := loss(weights - step)) > reached and float(np.abs(step).max()) >= ENOUGH:
            step = step / 2.0
        if float(np.abs(step).max()) < ENOUGH:
            break
        weights, reached = weights - step, after
    return np.asarray(weights / scale)


def _log_sums(logits: Table, starts: NDArray[np.int64], sizes: NDArray[np.int64]) -> Table:
    """The logarithm of the summed exponentials of each group of rows."""
    most = np.maximum.reduceat(logits, starts)
    sums: Table = most + np.log(np.add.reduceat(np.exp(logits - np.repeat(most, sizes)), starts))
    return sums


def _shares(logits: Table, starts: NDArray[np.int64], sizes: NDArray[np.int64]) -> Table:
    """The softmax within each group of rows."""
    raised = np.exp(logits - np.repeat(np.maximum.reduceat(logits, starts), sizes))
    shares: Table = raised / np.repeat(np.add.reduceat(raised, starts), sizes)
    return shares
