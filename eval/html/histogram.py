"""How long questions took: a histogram with the median and the 95th percentile marked."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from eval.html.frame import Axis, Frame, as_count, nice_ticks
from eval.html.svg import chart, element, words
from eval.metrics.percentile import percentile

_BINS = 20


class Bar(NamedTuple):
    """A range of milliseconds, the upper end not included, and how many questions lie in it."""

    low: float
    high: float
    n: int


def bars(values: Sequence[float]) -> list[Bar]:
    """Count the values in ranges of one round width, from 0 on; every value is in exactly one.

    Args:
        values: milliseconds, not negative.
    """
    if not values:
        return []
    ticks = nice_ticks(max(*values, 1.0), _BINS)
    width = ticks[1]
    counts = [0] * (math.floor(max(values) / width) + 1)
    for value in values:
        counts[math.floor(value / width)] += 1
    return [Bar(number * width, (number + 1) * width, count) for number, count in enumerate(counts)]


def latency_chart(name: str, title: str, values: Sequence[float]) -> str:
    """Draw the histogram; empty without values.

    Args:
        name: one word for the drawing.
        title: what took so long.
        values: milliseconds, one a question.
    """
    found = bars(values)
    median, late = percentile(values, 0.5), percentile(values, 0.95)
    if median is None or late is None:
        return ""
    tallest = max(bar.n for bar in found)
    across = nice_ticks(found[-1].high, 6)
    frame = Frame(
        x=Axis("milliseconds", 0, max(found[-1].high, across[-1]), across, as_count),
        y=Axis("questions", 0, nice_ticks(tallest)[-1] * 1.18, nice_ticks(tallest), as_count),
    )
    columns = "".join(_column(frame, bar) for bar in found if bar.n)
    lines = _line(frame, median, 0) + _line(frame, late, 1)
    labels = "".join(_count(frame, bar) for bar in found if bar.n)
    labels += _label(frame, median, f"p50 {median:,.0f} ms", 0) + _label(frame, late, f"p95 {late:,.0f} ms", 1)
    counts = ", ".join(f"{bar.low:,.0f} to {bar.high:,.0f} ms: {bar.n}" for bar in found if bar.n)
    return chart(
        name,
        frame.width,
        frame.height,
        title,
        f"p50 {median:,.0f} ms, p95 {late:,.0f} ms. {counts}",
        frame.axes(),
        columns,
        lines,
        labels,
    )


def _column(frame: Frame, bar: Bar) -> str:
    left, right, top = frame.across(bar.low), frame.across(bar.high), frame.up(bar.n)
    return element(
        "rect",
        element("title", f"{bar.low:,.0f} to {bar.high:,.0f} ms: {bar.n}"),
        x=left + 0.5,
        y=top,
        width=max(right - left - 1, 1),
        height=frame.up(0) - top,
        class_="bar",
    )


def _count(frame: Frame, bar: Bar) -> str:
    """The count over a column, where there is room for it."""
    left, right = frame.across(bar.low), frame.across(bar.high)
    if right - left < 8 * len(str(bar.n)):
        return ""
    return words((left + right) / 2, frame.up(bar.n) - 4, str(bar.n), "value halo", "middle")


def _line(frame: Frame, value: float, number: int) -> str:
    """A dashed line at a value."""
    x = frame.across(value)
    return element("line", x1=x, x2=x, y1=frame.top, y2=frame.up(0), class_=f"mark mark-{number}")


def _label(frame: Frame, value: float, label: str, number: int) -> str:
    """What a line stands for, on a row of its own; it changes sides near the right edge."""
    x = frame.across(value)
    late = x > frame.width * 0.7
    return words(
        x - 6 if late else x + 6, frame.top + 10 + 16 * number, label, "label halo", "end" if late else "start"
    )
