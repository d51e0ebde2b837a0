"""The axes of a chart: from values to places on paper."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from eval.html.svg import element, words


def as_share(value: float) -> str:
    """Write a share with one decimal, as axes need it."""
    return f"{value:.1f}"


def as_count(value: float) -> str:
    """Write a whole number with thousands apart."""
    return f"{value:,.0f}"


@dataclass(frozen=True)
class Axis:
    """One direction of a chart."""

    label: str
    low: float
    high: float
    ticks: Sequence[float]
    write: Callable[[float], str] = as_share

    def share(self, value: float) -> float:
        """Where a value lies between the ends, 0 to 1; values beyond them are put at the end."""
        return min(max((value - self.low) / (self.high - self.low), 0.0), 1.0)


@dataclass(frozen=True)
class Frame:
    """A chart's area with its two axes, in the units of the drawing; y grows upwards."""

    x: Axis
    y: Axis
    width: int = 520
    height: int = 340
    left: int = 56
    right: int = 24
    top: int = 14
    bottom: int = 48

    def across(self, value: float) -> float:
        """The horizontal place of a value."""
        return self.left + self.x.share(value) * (self.width - self.left - self.right)

    def up(self, value: float) -> float:
        """The vertical place of a value."""
        return self.height - self.bottom - self.y.share(value) * (self.height - self.top - self.bottom)

    def axes(self) -> str:
        """Grid lines, their values and what the axes mean."""
        floor, edge = self.height - self.bottom, self.width - self.right
        rows = "".join(
            element("line", x1=self.left, x2=edge, y1=self.up(tick), y2=self.up(tick), class_="grid")
            + words(self.left - 8, self.up(tick) + 4, self.y.write(tick), "tick", "end")
            for tick in self.y.ticks
        )
        columns = "".join(
            words(self.across(tick), floor + 18, self.x.write(tick), "tick", "middle") for tick in self.x.ticks
        )
        middle = (self.top + floor) / 2
        titles = words((self.left + edge) / 2, self.height - 8, self.x.label, "axis", "middle") + element(
            "g", words(0, 0, self.y.label, "axis", "middle"), transform=f"translate(14 {middle:.0f}) rotate(-90)"
        )
        return rows + columns + titles + element("line", x1=self.left, x2=edge, y1=floor, y2=floor, class_="base")


def nice_ticks(high: float, about: int = 5) -> list[float]:
    """Round values from 0 up to at least `high`, evenly apart by 1, 2 or 5 times a power of ten.

    Args:
        high: the greatest value to be shown, above 0.
        about: how many steps to aim at.
    """
    raw = high / about
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= raw * (1 - 1e-9))
    return [step * number for number in range(math.ceil(high / step - 1e-9) + 1)]
