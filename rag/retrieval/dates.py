"""What the times named in a question do to the ranking: a filter where they are demanded, else a preference."""

from __future__ import annotations

from datetime import date

import numpy as np
from numpy.typing import NDArray

from index.columns import NO_DATE, Columns, Rows
from rag.dates import Interpretation, Period
from rag.models import Filters, Interpreted
from rag.question import Question
from rag.retrieval.fusion import Scores

PREFERENCE = 1.5
"""What an article published in the time named gains, in fused score. Measured on the dated gold questions that the
archives answer (85 of the demo, 29 of the seeds), first article right, when the gain was chosen: 0 .835 .862; 0.5 .871
.966; 1.5 .882 .931; 2 .894 .897; 5 .882 .931, and Recall@5 falls from 3 on."""

LINGER = 3.0
"""After the time named the gain falls to nothing within so many times the period's slack: what happened in July is told
in September too. First article right with 1: .894 .966, with 3: .906 .966; with 6 Recall@5 falls."""

UNDATED = 0.5
"""The share that an article without a date gains: it may be of that time. With 0 the seeds fall from .966 to .931."""

NEWER = 1.0
"""What the newest of comparably good candidates gains over the oldest when the newest is asked for."""

COMPARABLE = 1.5
"""Candidates within so much of the best one's fused score are comparably good. With 3 the demo loses .012."""

MOST_PREFERRED = 5000
"""A time in which more passages were published tells too few of them apart to be worth looking at them all."""

Days = NDArray[np.int64]


def allowed_rows(columns: Columns, question: Question) -> tuple[Rows, bool]:
    """The passages that the filters and the time demanded leave, and whether that time leaves none.

    If it leaves none it is disregarded here: whoever answers must say so (`Interpreted.empty`).
    """
    filters, bounds = question.filters, demanded_bounds(question.dates)
    rows = _matching(columns, filters, filters.date_from, filters.date_to)
    if bounds is None:
        return rows, False
    demanded = columns.common(rows, [_matching(columns, filters, *bounds)])
    return (demanded, False) if len(demanded) or not len(rows) else (rows, True)


def demanded_bounds(dates: Interpretation) -> tuple[str | None, str | None] | None:
    """The first and the last day on which an article that a demanded time lets through was published, slack included.

    None where no time is demanded; either day is None where the time is open.
    """
    if not dates.demanded or dates.whole is None:
        return None
    last = dates.whole.last
    if last is None:
        return dates.date_from, None
    return dates.date_from, date.fromordinal(min(last.toordinal() + dates.slack, date.max.toordinal())).isoformat()


def interpreted(columns: Columns, question: Question) -> Interpreted | None:
    """What was read from the question, for whoever asked it; None if nothing was."""
    dates = question.dates
    if not dates:
        return None
    return Interpreted(
        **{"from": dates.date_from, "to": dates.date_to},
        order=dates.order,
        use="filter" if dates.demanded else "preference",
        slack_days=dates.slack if dates.demanded else 0,
        empty=allowed_rows(columns, question)[1],
        now=question.now.isoformat(),
        spans=dates.spans,
    )


def preferred_rows(columns: Columns, rows: Rows, question: Question) -> Rows:
    """Those of `rows` that were published in a time named: candidates whose words alone would not bring them in."""
    if not question.dates.periods:
        return rows[:0]
    found = [_matching(columns, Filters(), *period.bounds()) for period in question.dates.periods]
    within = columns.common(rows, found)
    return within if len(within) <= MOST_PREFERRED else rows[:0]


def date_scores(columns: Columns, rows: Rows, question: Question) -> Scores:
    """What passages gain by the time of their publication."""
    gain = np.zeros(len(rows), dtype=np.float32)
    if question.dates.periods:
        first, last = _days(columns, rows)
        known = first > 0
        for period in question.dates.periods:
            gain = np.maximum(gain, np.where(known, _nearness(period, first, last), UNDATED).astype(np.float32))
    scores: Scores = np.float32(PREFERENCE) * gain
    return scores


def order_scores(columns: Columns, rows: Rows, fused: Scores, question: Question) -> Scores:
    """What candidates gain by being newer, or older, than others that are comparably good."""
    gain = np.zeros_like(fused)
    if question.dates.order is None or not len(rows):
        return gain
    first, _ = _days(columns, rows)
    rivals = np.flatnonzero((fused >= fused.max() - COMPARABLE) & (first > 0))
    different, rank = np.unique(first[rivals], return_inverse=True)
    if len(different) > 1:
        share = rank / (len(different) - 1)
        gain[rivals] = NEWER * (share if question.dates.order == "newest" else 1.0 - share)
    return gain


def _nearness(period: Period, first: Days, last: Days) -> NDArray[np.float64]:
    """1 for what may have been published in the period, falling to 0 afterwards; 0 before it."""
    nearness = np.ones(len(first))
    if period.last is not None:
        late = first - period.last.toordinal()
        nearness = np.clip(1.0 - late / (LINGER * period.slack + 1.0), 0.0, 1.0)
    if period.first is not None:
        nearness[last < period.first.toordinal()] = 0.0
    return nearness


def _matching(columns: Columns, filters: Filters, date_from: str | None, date_to: str | None) -> Rows:
    return columns.matching(date_from, date_to, filters.languages, filters.sources)


def _days(columns: Columns, rows: Rows) -> tuple[Days, Days]:
    """The first and the last day on which passages may have been published, as ordinals; 0 without a date."""
    first, last = columns.days(rows)
    return _ordinals(first), _ordinals(last)


def _ordinals(written: NDArray[np.int32]) -> Days:
    """YYYYMMDD as days since the first of January of the year 1, as `date.toordinal` counts."""
    distinct, places = np.unique(written, return_inverse=True)
    known = [date(d // 10_000, d // 100 % 100, d % 100).toordinal() if d != NO_DATE else 0 for d in distinct.tolist()]
    return np.array(known, dtype=np.int64)[places]
