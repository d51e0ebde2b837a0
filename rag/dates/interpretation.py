"""What was read from a question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rag.dates.period import Period, hull

Order = Literal["newest", "oldest"]


@dataclass(frozen=True)
class Interpretation:
    """What a question says about time.

    Attributes:
        periods: the times it names, in the order of the text.
        demanded: whether only articles of that time can answer; else they are merely preferred.
        exact: whether it speaks of publication itself ("articles from May"), so that no report may come later.
        order: whether it asks for the newest or the oldest of several reports.
        places: the characters of the question that name the times, start and end, in order and apart from each other.
        order_place: those that ask for the order.
    """

    periods: tuple[Period, ...] = ()
    demanded: bool = False
    exact: bool = False
    order: Order | None = None
    places: tuple[tuple[int, int], ...] = ()
    order_place: tuple[int, int] | None = None

    def __bool__(self) -> bool:
        """Whether anything was read at all."""
        return bool(self.periods) or self.order is not None

    @property
    def spans(self) -> list[tuple[int, int]]:
        """All characters of the question that something was read from."""
        return sorted({*self.places, *([self.order_place] if self.order_place else [])})

    def without_periods(self) -> Interpretation:
        """The order alone."""
        return Interpretation(order=self.order, order_place=self.order_place)

    @property
    def whole(self) -> Period | None:
        """All periods together."""
        return hull(list(self.periods)) if self.periods else None

    @property
    def date_from(self) -> str | None:
        """The first day, month or year, as `index.dates` writes it."""
        return self.whole.bounds()[0] if self.whole else None

    @property
    def date_to(self) -> str | None:
        """The last day, month or year."""
        return self.whole.bounds()[1] if self.whole else None

    @property
    def slack(self) -> int:
        """Days after `date_to` in which an article may still have been published."""
        if not self.whole or self.whole.last is None or self.exact:
            return 0
        return self.whole.slack


NOTHING = Interpretation()
"""The question says nothing about time."""
