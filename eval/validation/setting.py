"""Language, direction and day of a question agree with what it says and with the articles it names."""

from __future__ import annotations

from collections.abc import Iterator

from eval.gold_set import GoldQuestion
from eval.validation.finding import Remark, error, warning
from eval.validation.library import Library
from index.dates import first_day, last_day
from index.language import SURE, german_score


def check_language(question: GoldQuestion, library: Library) -> Iterator[Remark]:
    """The question is in the language that it says it is in, as far as that can be told."""
    del library
    score = german_score(question.question)
    detected = "de" if score > 0 else "en"
    if abs(score) >= SURE and detected != question.language:
        yield warning("language", f"the language is {question.language!r}, but the question reads as {detected!r}")


def check_direction(question: GoldQuestion, library: Library) -> Iterator[Remark]:
    """A stated direction is that from the question to the first article."""
    if question.direction is None or not question.answerable or question.articles[0] not in library.articles:
        return
    direction = f"{question.language}>{library.articles[question.articles[0]].language}"
    if question.direction != direction:
        yield error(
            "direction", f"the direction is {question.direction!r}, but the first article makes it {direction!r}"
        )


def check_day(question: GoldQuestion, library: Library) -> Iterator[Remark]:
    """The question is asked after the articles that answer it were published."""
    if question.now is None or not question.answerable:
        return
    for article_id in question.articles:
        article = library.articles.get(article_id)
        if article and article.published and first_day(article.published) > last_day(question.now):
            yield warning("day", f"asked on {question.now}, before {article_id!r} was published ({article.published})")


def check_draft(question: GoldQuestion, library: Library) -> Iterator[Remark]:
    """The question has been accepted by a person."""
    del library
    if question.draft:
        yield warning("draft", "a draft that nobody has accepted; see `fundstelle eval accept`")
