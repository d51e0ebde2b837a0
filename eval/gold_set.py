"""Gold questions: what is asked, what a right answer contains and where it stands."""

from __future__ import annotations

import logging
from collections import Counter
from pathlib import Path
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from eval.lines import read_records
from eval.metrics.normalise import normalise
from index.errors import SourceError
from index.models import Language

log = logging.getLogger(__name__)

_REMEDY = "Mend the line; the fields are described in eval/gold_set.py."


class _Record(BaseModel):
    """Immutable. Unknown fields do no harm here: `load_gold` names them in a warning."""

    model_config = ConfigDict(frozen=True, extra="ignore", coerce_numbers_to_str=True)


class GoldSpan(_Record):
    """The characters of an article that hold the evidence: 0-based, end exclusive, in Unicode code points."""

    article_id: str = Field(min_length=1)
    start: int = Field(ge=0)
    end: int = Field(ge=1)

    @model_validator(mode="after")
    def _not_empty(self) -> Self:
        if self.end <= self.start:
            raise ValueError(f"a span must end after its start, not {self.start}..{self.end}")
        return self


class GoldQuestion(_Record):
    """One line of a gold file."""

    id: str = Field(min_length=1, description="unique in the file")
    question: str = Field(pattern=r"\S")
    language: Language = Field(description="the language of the question")
    answerable: bool = Field(description="whether the archive holds the answer; otherwise a refusal is right")
    answers: tuple[str, ...] = Field(default=(), description="acceptable strings, any of which is right")
    answers_all: tuple[tuple[str, ...], ...] = Field(
        default=(), description="one list of alternatives a fact; one of every list is needed. Goes before `answers`"
    )
    articles: tuple[str, ...] = Field(default=(), description="ids of the articles that answer, the main one first")
    spans: tuple[GoldSpan, ...] = Field(default=(), description="where the evidence stands in these articles")
    about: tuple[str, ...] = Field(default=(), description="ids of articles that are near the question, no evidence")
    now: str | None = Field(
        default=None, description='the day on which it is asked, YYYY-MM-DD, that "last week" counts from; None: today'
    )
    type: str | None = Field(default=None, description="the kind of question, for grouping")
    tags: tuple[str, ...] = Field(default=(), description="near_miss, dated, multi, updated, or your own")

    @property
    def facts(self) -> tuple[tuple[str, ...], ...]:
        """The alternatives of every fact that a right answer contains."""
        return self.answers_all or (self.answers,)

    @property
    def named_articles(self) -> set[str]:
        """Every article id that the question speaks of."""
        return {*self.articles, *self.about, *(span.article_id for span in self.spans)}

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.answerable and not self.articles:
            raise ValueError("answerable, but `articles` is empty")
        if self.answerable and not all(self.facts):
            raise ValueError("answerable, but `answers` (or a list in `answers_all`) is empty")
        if not self.answerable and (self.answers or self.answers_all or self.spans):
            raise ValueError("not answerable, yet it has answers or spans")
        for answer in (*self.answers, *(a for fact in self.answers_all for a in fact)):
            if not normalise(answer):
                raise ValueError(f"the answer {answer!r} is empty once case, punctuation and articles are dropped")
        for span in self.spans:
            if span.article_id not in self.articles:
                raise ValueError(f"a span lies in {span.article_id!r}, which `articles` does not name")
        return self


def load_gold(path: str | Path) -> list[GoldQuestion]:
    """Read a gold file; unknown fields are ignored with a warning that names them.

    Raises:
        SourceError: the file cannot be read or lines of it are no gold questions; every bad line is named.
    """
    first_places: dict[str, str] = {}
    unknown: Counter[str] = Counter()

    def convert(place: str, record: dict[str, Any]) -> GoldQuestion:
        question = to_question(place, record)
        if question.id in first_places:
            reason = f"the id {question.id!r} is taken by {first_places[question.id]}"
            raise SourceError(place, reason, "Give every question an id of its own.")
        first_places[question.id] = place
        unknown.update(record.keys() - GoldQuestion.model_fields.keys())
        return question

    questions = read_records(Path(path), convert)
    for name, count in sorted(unknown.items()):
        log.warning("%s: the unknown field %r is ignored (%d lines)", path, name, count)
    return questions


def to_question(place: str, record: dict[str, Any]) -> GoldQuestion:
    """Make a gold question of a JSON object.

    Raises:
        SourceError: it is none; the reason lists all that is wrong.
    """
    try:
        return GoldQuestion.model_validate(record)
    except ValidationError as error:
        raise SourceError(place, "; ".join(_reason(dict(detail)) for detail in error.errors()), _REMEDY) from error


def _reason(detail: dict[str, Any]) -> str:
    """Say in one clause which field is wrong and why."""
    field = ".".join(str(part) for part in detail["loc"])
    message = str(detail["msg"]).removeprefix("Value error, ")
    return f"{field}: {message}" if field else message
