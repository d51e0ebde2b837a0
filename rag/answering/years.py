"""The time that a question names, and sentences of another: the right fact of the wrong year is no answer."""

from __future__ import annotations

import re

from index.models import Article, Language
from index.readings.moments import Moment, moments
from index.readings.words import MONTHS

WRONG_TIME = 0.4
"""What is left of the confidence when the best sentence is about another time than the question. Of 2,162 held-out
questions of our own with a year, those with another's year among them, that was so for 710, and 38 of them were
answered rightly; of the others 631 (`python -m train.answering` counts them)."""

BEFORE = 200
"""Characters before a sentence in which a date is still the sentence's."""

YEAR = r"\b(?:1[5-9]|20)\d{2}\b"
"""A year in digits, as a regular expression."""


def years_in(text: str) -> set[str]:
    """The years from 1500 to 2099 that a text names in digits."""
    return set(re.findall(YEAR, text))


def of_another_time(question: str, language: Language, article: Article, start: int, end: int) -> bool:
    """Whether a sentence speaks of another year than a question, or was written before the time that is asked about.

    Args:
        question: what is asked.
        language: its language.
        article: where the sentence stands.
        start: where it begins in the article's text.
        end: where it ends, exclusive.
    """
    return of_another_year(question, article, start, end) or before_its_time(question, language, article, start, end)


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
    known = years_in(f"{article.title} {_told(article, start, end)} {article.published or ''}")
    return bool(asked and known) and not asked & known


def before_its_time(question: str, language: Language, article: Article, start: int, end: int) -> bool:
    """Whether a question names a time that comes after an article, and the sentence does not announce it.

    A sentence does where it, or what stands just before it, names that month, or the year if no month is asked for.

    Args:
        question: what is asked.
        language: its language.
        article: where the sentence stands.
        start: where it begins in the article's text.
        end: where it ends, exclusive.
    """
    later = [asked for asked in moments(question, language) if asked.year and _after(asked, article.published)]
    return not all(_named(asked, _told(article, start, end), article.language) for asked in later)


def _told(article: Article, start: int, end: int) -> str:
    """A sentence with what stands just before it."""
    return article.text[max(0, start - BEFORE) : end]


def _named(asked: Moment, text: str, language: Language) -> bool:
    """Whether a text names a month, of the right year or of none, or a year if no month is asked for."""
    if not asked.month:
        return str(asked.year) in years_in(text)
    years = {told.year for told in moments(text, language) if told.month == asked.month}
    if years:
        return bool(years & {0, asked.year})
    return re.search(rf"\b{MONTHS[language][asked.month - 1]}\b", text) is not None


def _after(asked: Moment, published: str | None) -> bool:
    """Whether a date lies after that of publication, as far as both are known."""
    date = f"{asked.year:04}" + (f"-{asked.month:02}" if asked.month else "")
    return published is not None and date[: len(published)] > published[: len(date)]
