"""Whether confidence can be believed: how often answers of each confidence are right."""

from __future__ import annotations

from typing import NamedTuple

from eval.html.frame import Axis, Frame
from eval.html.svg import chart, element, words
from eval.metrics.calibration import Calibration

_TICKS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)


class Place(NamedTuple):
    """A dot of the diagram."""

    n: int
    confidence: float
    accuracy: float


def reliability_chart(name: str, title: str, share: str, found: Calibration) -> str:
    """Draw what is true over confidence; on the diagonal, confidence says what is true. Empty without questions.

    Source: DeGroot and Fienberg 1983, "The comparison and evaluation of forecasters", The Statistician 32.

    Args:
        name: one word for the drawing.
        title: what is drawn.
        share: what the vertical axis counts.
        found: the bins; those without questions are left out.
    """
    places = [
        Place(b.n, b.confidence, b.accuracy) for b in found.bins if b.confidence is not None and b.accuracy is not None
    ]
    if not places:
        return ""
    frame = Frame(x=Axis("confidence", 0, 1, _TICKS), y=Axis(f"share of {share}", 0, 1, _TICKS))
    most = max(place.n for place in places)
    drawn = "".join(_drawn(frame, place, most) for place in places)
    error = f"Expected calibration error {found.ece:.3f}. " if found.ece is not None else ""
    rows = "; ".join(f"{p.n} questions with confidence {p.confidence:.2f}: {p.accuracy:.2f}" for p in places)
    label = words(frame.across(0.03), frame.up(0.86), f"ECE {found.ece:.3f}", "label") if found.ece is not None else ""
    background = frame.axes() + _ideal(frame) + label
    return chart(name, frame.width, frame.height, title, error + rows, background, drawn)


def _ideal(frame: Frame) -> str:
    """The diagonal, and what it means to lie beside it."""
    line = element("line", x1=frame.across(0), y1=frame.up(0), x2=frame.across(1), y2=frame.up(1), class_="ideal")
    above = words(frame.across(0.03), frame.up(0.94), "above: too modest", "tick")
    return line + above + words(frame.across(0.97), frame.up(0.05), "below: too sure", "tick", "end")


def _drawn(frame: Frame, place: Place, most: int) -> str:
    """A bar from the diagonal to what is true, and a dot that grows with the bin, with its count."""
    x, y, expected = frame.across(place.confidence), frame.up(place.accuracy), frame.up(place.confidence)
    gap = element("line", x1=x, x2=x, y1=expected, y2=y, class_="gap")
    radius = 4 + 6 * (place.n / most) ** 0.5
    dot = element(
        "circle",
        element("title", f"{place.n} questions, confidence {place.confidence:.2f}, true {place.accuracy:.2f}"),
        cx=x,
        cy=y,
        r=radius,
        class_="dot",
    )
    # Away from the diagonal, but never beyond the frame.
    below = (y > expected and y + radius + 16 < frame.up(0)) or y - radius - 16 < frame.top
    count = words(x, y + radius + 14 if below else y - radius - 5, str(place.n), "value halo", "middle")
    return gap + dot + count
