"""Gold questions: what is asked, what a right answer contains and where it stands."""

from __future__ import annotations

import logging
from collections import Counter
from pathlib import Path
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from eval.lines import attempt_records, raise_all
from eval.metrics.normalise import normalise
from index.dates import parse_published
from index.errors import SourceError
from index.models import Language

log = logging.getLogger(__name__)

Direction = Literal["de>de", "en>en", "de>en", "en>de"]
Status = Literal["proposed", "accepted", "edited", "rejected"]

_REMEDY = "Mend the line; docs/gold.md describes the fields."
_FULL_DATE = 10


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


class Nugget(_Record):
    """A piece of information that a good answer holds, finer than the question's answers.

    Source: Voorhees 2003, "Overview of the TREC 2003 Question Answering Track" (vital and okay nuggets).
    """

    strings: tuple[str, ...] = Field(min_length=1, description="ways to say it, any of which is right")
    importance: Literal["vital", "okay"] = Field(default="vital", description="okay: good to have, not missed")
    text: str | None = Field(default=None, description="what it says, for people")

    @model_validator(mode="before")
    @classmethod
    def _text_stands_for_its_strings(cls, values: Any) -> Any:
        """A nugget that has only a text is said by that text."""
        if isinstance(values, dict) and values.get("text") and not values.get("strings"):
            return {**values, "strings": [values["text"]]}
        return values

    @model_validator(mode="after")
    def _not_blank(self) -> Self:
        _require_words("the nugget string", self.strings)
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
    direction: Direction | None = Field(
        default=None, description="from question to first article; follows from the two, `eval validate` compares"
    )
    relevance: dict[str, int] = Field(
        default_factory=dict, description="grades of relevant articles by id, 1 and up; those without one count 1"
    )
    nuggets: tuple[Nugget, ...] = Field(default=(), description="what a good answer holds, piece by piece")
    draft: bool = Field(default=False, description="proposed by a machine and not yet accepted by a person")
    status: Status | None = Field(default=None, description="what became of a draft")
    type: str | None = Field(default=None, description="the kind of question, for grouping")
    tags: tuple[str, ...] = Field(default=(), description="near_miss, dated, multi, updated, or your own")

    @property
    def facts(self) -> tuple[tuple[str, ...], ...]:
        """The alternatives of every fact that a right answer contains."""
        return self.answers_all or (self.answers,)

    @property
    def retrieval_only(self) -> bool:
        """Whether it says which articles are relevant and nothing of the answer, as BEIR and TREC collections do."""
        return self.answerable and not any(self.facts)

    @property
    def named_articles(self) -> set[str]:
        """Every article id that the question speaks of."""
        return {*self.articles, *self.about, *(span.article_id for span in self.spans)}

    @field_validator("now")
    @classmethod
    def _a_day(cls, now: str | None) -> str | None:
        """The day of asking must be a whole date: "last week" counts from a day."""
        if now is not None and len(parse_published(now)) != _FULL_DATE:
            raise ValueError(f"{now!r} is no day of the form YYYY-MM-DD")
        return now

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.answerable and not self.articles:
            raise ValueError("answerable, but `articles` is empty")
        if self.answerable and not all(self.facts) and not (self.retrieval_only and self.relevance):
            raise ValueError("answerable, but `answers` (or a list in `answers_all`) is empty")
        if not self.answerable and (self.answers or self.answers_all or self.spans or self.nuggets or self.relevance):
            raise ValueError("not answerable, yet it has answers, spans, nuggets or relevance")
        for fact in (self.answers, *self.answers_all):
            _require_words("the answer", fact)
        for span in self.spans:
            if span.article_id not in self.articles:
                raise ValueError(f"a span lies in {span.article_id!r}, which `articles` does not name")
        for article_id, grade in self.relevance.items():
            if article_id not in self.articles:
                raise ValueError(f"`relevance` grades {article_id!r}, which `articles` does not name")
            if grade < 1:
                raise ValueError(f"`relevance` grades {article_id!r} {grade}; relevant articles have 1 or more")
        return self


def load_gold(path: str | Path) -> list[GoldQuestion]:
    """Read a gold file; unknown fields are ignored with a warning that names them.

    Raises:
        SourceError: the file cannot be read or lines of it are no gold questions; every bad line is named.
    """
    numbered, errors = attempt_gold(path)
    raise_all(Path(path), errors)
    return [question for _, question in numbered]


def attempt_gold(path: str | Path) -> tuple[list[tuple[str, GoldQuestion]], list[SourceError]]:
    """Read the good lines of a gold file, each with its place (`gold.jsonl:12`), and say what is wrong with the others.

    Raises:
        SourceError: the file cannot be read, or holds nothing.
    """
    first_places: dict[str, str] = {}
    unknown: Counter[str] = Counter()

    def convert(place: str, record: dict[str, Any]) -> tuple[str, GoldQuestion]:
        question = to_question(place, record)
        if question.id in first_places:
            reason = f"the id {question.id!r} is taken by {first_places[question.id]}"
            raise SourceError(place, reason, "Give every question an id of its own.")
        first_places[question.id] = place
        unknown.update(record.keys() - GoldQuestion.model_fields.keys())
        return place, question

    numbered, errors = attempt_records(Path(path), convert)
    for name, count in sorted(unknown.items()):
        log.warning("%s: the unknown field %r is ignored (%d lines)", path, name, count)
    return numbered, errors


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


def _require_words(what: str, strings: tuple[str, ...]) -> None:
    """See to it that each string can be found in a text at all."""
    for string in strings:
        if not normalise(string):
            raise ValueError(f"{what} {string!r} is empty once case, punctuation and articles are dropped")
