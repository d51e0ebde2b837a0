"""Numbers and dates as terms that do not depend on how they are written.

"60.000", "60,000", "60 000" and "60 Tsd." are all `#60000`; "14. September 2023", "14.09.2023" and "September 14, 2023"
are all `#2023-09-14`, and each names its month `#2023-09` and its year `#2023` too.
"""

from __future__ import annotations

from collections.abc import Iterator

from index.models import Language
from index.readings import Moment, moments, quantities

_TOO_PLAIN = frozenset({"0", "1"})


def number_terms(text: str, language: Language) -> list[str]:
    """The numbers and dates of a text as terms, dates first, as often as they occur; percent signs do not matter."""
    dates = moments(text, language)
    terms = [term for date in dates for term in _date_terms(date)]
    values = (quantity.key.rstrip("%") for quantity in quantities(text, language, dates))
    return terms + ["#" + value for value in values if value not in _TOO_PLAIN]


def _date_terms(date: Moment) -> Iterator[str]:
    """A day is found by its month and its year as well; without a year the month is named by itself."""
    if date.year:
        yield f"#{date.year}"
        if date.month:
            yield f"#{date.year}-{date.month:02}"
            if date.day:
                yield f"#{date.year}-{date.month:02}-{date.day:02}"
    if date.month:
        yield f"#-{date.month:02}"
        if date.day:
            yield f"#-{date.month:02}-{date.day:02}"
