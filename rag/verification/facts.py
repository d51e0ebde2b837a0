"""The figures, dates and names of a claim against its evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.models import Language
from rag.verification.dates import missing_dates
from rag.verification.naming import missing_names
from rag.verification.numbers import missing_numbers
from rag.verification.sources import Source


@dataclass(frozen=True)
class Facts:
    """What was looked for.

    Attributes:
        count: how many numbers, dates and names a claim has.
        missing: those that the evidence lacks, as they are written, without repetition.
    """

    count: int
    missing: tuple[str, ...]


def check_facts(claim: str, language: Language, near: Sequence[Source], cited: Sequence[Source]) -> Facts:
    """Look for the facts of a claim.

    Numbers must stand in the sentences that carry the claim. Dates too, unless these name none, and names may stand
    anywhere in a cited passage: news tells once when it was and who it was.

    Args:
        claim: one sentence or a part of one.
        language: its language.
        near: the sentences that carry it.
        cited: the whole passages.
    """
    numbers, lacking_numbers = missing_numbers(claim, language, near)
    dates, lacking_dates = missing_dates(claim, language, near)
    if lacking_dates and not any(source.dated for source in near):
        dates, lacking_dates = missing_dates(claim, language, cited)
    names, lacking_names = missing_names(claim, language, cited)
    missing = dict.fromkeys([*lacking_numbers, *lacking_dates, *lacking_names])
    return Facts(numbers + dates + names, tuple(missing))
