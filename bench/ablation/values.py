"""Figures of a column and what switching something off does to them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Column:
    """One value a question, in groups that count alike: one group, or one a direction for a macro mean.

    Attributes:
        groups: the values, in the same order in every row; no group is empty.
    """

    groups: tuple[tuple[float, ...], ...]

    @property
    def mean(self) -> float:
        """The mean of the groups' means."""
        return float(np.mean([np.mean(group) for group in self.groups]))

    @property
    def size(self) -> int:
        """How many questions there are."""
        return sum(len(group) for group in self.groups)


Row = Mapping[str, Column]
"""The columns of one row of a table, by heading."""


def single(values: list[float]) -> Column:
    """A column without groups."""
    return Column((tuple(values),))


def difference(full: Column, without: Column) -> tuple[float, float]:
    """What switching off adds to the mean (negative: it costs), and the standard error of that over the questions.

    Args:
        full: with everything on.
        without: with something off, question by question the same.

    Raises:
        ValueError: the columns are not about the same questions.
    """
    errors = []
    for one, other in zip(full.groups, without.groups, strict=True):
        if len(one) != len(other):
            raise ValueError(f"{len(one)} questions with everything on, {len(other)} without")
        changes = np.subtract(other, one)
        errors.append(float(changes.std(ddof=1)) / math.sqrt(len(changes)) if len(changes) > 1 else 0.0)
    return without.mean - full.mean, math.hypot(*errors) / len(errors)
