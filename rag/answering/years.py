"""Years that a question names, and articles that speak of others: the right fact of the wrong year is no answer."""

from __future__ import annotations

import re
from collections.abc import Iterable

from index.models import Article

WRONG_YEAR = 0.4
"""What is left of the confidence when no quoted article knows a year that the question names. On the gold questions of
demo archive and seeds that was so for 10 of 31 unanswerable questions with a year, and for 1 of 114 answerable ones."""

YEAR = r"\b(?:1[5-9]|20)\d{2}\b"
"""A year in digits, as a regular expression."""


def years_in(text: str) -> set[str]:
    """The years from 1500 to 2099 that a text names in digits."""
    return set(re.findall(YEAR, text))


def of_other_years(question: str, articles: Iterable[Article]) -> bool:
    """Whether articles speak of years, but of none that the question names.

    An article's years are those in its title and text, and that of its publication. One that has none may be about any.
    """
    asked = years_in(question)
    known = [years_in(f"{article.title} {article.text} {article.published or ''}") for article in articles]
    return bool(asked and known) and all(years and not years & asked for years in known)
