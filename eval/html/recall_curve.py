"""Recall@k for k = 1 to 10, one line a direction."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from eval.html.frame import Axis, Frame, as_count, as_share
from eval.html.svg import chart, element, words

_SHAPES = ("circle", "square", "triangle", "diamond")
_GAP = 15
"""Least distance between two labels at the ends of the lines."""


def recall_chart(curves: Mapping[str, Sequence[float]]) -> str:
    """Draw the curves; lines differ in colour, dash and marker, and are named at their ends.

    Args:
        curves: by direction, Recall@1, Recall@2 and so on, all of the same length; empty when there is none.
    """
    if not curves:
        return ""
    depth = len(next(iter(curves.values())))
    lowest = min(min(curve) for curve in curves.values())
    floor = min(math.floor(lowest * 10), 9) / 10
    ticks = [tenth / 10 for tenth in range(round(floor * 10), 11)]
    frame = Frame(
        x=Axis("first k articles", 1, depth, range(1, depth + 1), as_count),
        y=Axis("Recall@k", floor, 1, ticks, as_share),
        right=74,
    )
    lines = "".join(_line(frame, curve, number) for number, curve in enumerate(curves.values()))
    description = "; ".join(
        f"{name}: " + ", ".join(f"{value:.3f} at {k}" for k, value in enumerate(curve, 1))
        for name, curve in curves.items()
    )
    return chart(
        "recall", frame.width, frame.height, "Recall curve", description, frame.axes(), lines, _labels(frame, curves)
    )


def _line(frame: Frame, curve: Sequence[float], number: int) -> str:
    places = [(frame.across(k), frame.up(value)) for k, value in enumerate(curve, 1)]
    css = f"series series-{number % 4}"
    path = "M" + " L".join(f"{x:.1f} {y:.1f}" for x, y in places)
    markers = "".join(marker(x, y, number, css) for x, y in places)
    return element("path", d=path, class_=f"{css} line") + markers


def marker(x: float, y: float, number: int, css: str) -> str:
    """A small shape; the number of the line chooses which."""
    shape = _SHAPES[number % 4]
    if shape == "circle":
        return element("circle", cx=x, cy=y, r=4.5, class_=css)
    if shape == "square":
        return element("rect", x=x - 4, y=y - 4, width=8, height=8, class_=css)
    corners = [(0, -5.5), (5.5, 4.5), (-5.5, 4.5)] if shape == "triangle" else [(0, -6), (6, 0), (0, 6), (-6, 0)]
    return element("polygon", points=" ".join(f"{x + dx:.1f},{y + dy:.1f}" for dx, dy in corners), class_=css)


def _labels(frame: Frame, curves: Mapping[str, Sequence[float]]) -> str:
    """The names at the right ends, pushed apart where lines end close to each other."""
    ends = sorted((frame.up(curve[-1]), number, name) for number, (name, curve) in enumerate(curves.items()))
    written, last = "", float("-inf")
    x = frame.width - frame.right + 12
    for y, number, name in ends:
        last = max(y, last + _GAP)
        sign = marker(x, last, number, f"series series-{number % 4}")
        written += sign + words(x + 10, last + 4, name, "label")
    return written
