"""Whether sentences of different articles give the same answer to a question, or different ones."""

from __future__ import annotations

from dataclasses import dataclass

from index.readings.moments import Moment, moments
from index.readings.quantities import quantities
from rag.answering.selected import Selected
from rag.answering.target import Target
from rag.support.alignment import coverage
from rag.verification import Evidence, verify

SAME_WORD = 0.6
"""Cosine from which two words of answers stand for each other, across languages."""

ALIKE = 0.45
"""Share of a sentence's words, by weight, with a counterpart in the other, from which both speak of the same thing."""


@dataclass(frozen=True)
class _Figures:
    """What an answer says in figures, written one way for all.

    Attributes:
        dates: its dates, as precise as they are named.
        numbers: its other figures, as `Quantity.key` writes them.
    """

    dates: list[Moment]
    numbers: set[str]

    def equal(self, other: _Figures) -> bool:
        """Whether both say the same; a date may be more precise than its counterpart."""
        mine, theirs = self.dates, other.dates
        if not (mine or self.numbers) or self.numbers != other.numbers:
            return False
        return all(_has(theirs, date) for date in mine) and all(_has(mine, date) for date in theirs)

    def clash(self, other: _Figures) -> bool:
        """Whether both have figures of one sort and share none."""
        comparable = bool(self.dates and other.dates) or bool(self.numbers and other.numbers)
        return comparable and not (self.numbers & other.numbers or any(_has(other.dates, date) for date in self.dates))


def agree(target: Target, one: Selected, other: Selected) -> bool:
    """Whether another article's quote confirms one: it gives the same answer, and supports the whole quote.

    Args:
        target: what is asked.
        one: what is quoted.
        other: what may confirm it.

    Raises:
        ModelError: a model cannot be loaded.
    """
    if one.candidate.article.id == other.candidate.article.id or not _same_answer(target, one, other):
        return False
    language = one.candidate.article.language
    evidence = Evidence(1, other.candidate.article, (other.span,))
    return verify(one.quote, language, [evidence], reason_language=language).support in ("verbatim", "supported")


def differ(target: Target, one: Selected, other: Selected) -> bool:
    """Whether two sentences of different articles give different figures or dates for the same thing."""
    if not _by_figures(target) or one.candidate.article.id == other.candidate.article.id:
        return False
    if not _figures(one).clash(_figures(other)):
        return False
    here, there = one.candidate.text, other.candidate.text
    return min(coverage(here, there, SAME_WORD), coverage(there, here, SAME_WORD)) >= ALIKE


def _same_answer(target: Target, one: Selected, other: Selected) -> bool:
    mine, theirs = one.answer, other.answer
    if _by_figures(target):
        return _figures(one).equal(_figures(other))
    both = (coverage(mine, theirs, SAME_WORD), coverage(theirs, mine, SAME_WORD))
    return bool(mine and theirs) and min(both) == 1.0


def _by_figures(target: Target) -> bool:
    return target.kind in ("quantity", "time") or target.unit is not None


def _figures(selected: Selected) -> _Figures:
    answer, language = selected.answer, selected.candidate.article.language
    dates = moments(answer, language)
    return _Figures(dates, {quantity.key for quantity in quantities(answer, language, dates)})


def _has(dates: list[Moment], wanted: Moment) -> bool:
    return any(wanted.within(date) or date.within(wanted) for date in dates)
