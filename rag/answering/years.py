"""Years that a question names, and sentences that speak of others: the right fact of the wrong year is no answer."""

from __future__ import annotations

import re

from index.models import Article

WRONG_YEAR = 0.4
"""What is left of the confidence when the best sentence is about another year than the question. Of 330 held-out
questions of our own with a year that was so for 63, and 9 of them were answered rightly; of the others nearly half."""

BEFORE = 200
"""Characters before a sentence in which a year is still the sentence's."""

YEAR = r"\b(?:1[5-9]|20)\d{2}\b"
"""A year in digits, as a regular expression."""


def years_in(text: str) -> set[str]:
    """The years from 1500 to 2099 that a text names in digits."""
    return set(re.findall(YEAR, text))


def of_another_year(question: str, article: Article, start: int, end: int) -> bool:
    """Whether a sentence speaks of a year, but of none that the question names.

    Its years are all that it names, the title, and what stands just before it; and that of the article's publication,
    which sentences without a year are about. Where there is none at all it may be about any.

    Args:
        question: what is asked.
        article: where the sentence stands.
        start: where it begins in the article's text.
        end: where it ends, exclusive.
    """
    asked = years_in(question)
    near = article.text[max(0, start - BEFORE) : end]
    known = years_in(f"{article.title} {near} {article.published or ''}")
    return bool(asked and known) and not asked & known
