"""The one answer object. Library, CLI, API, chat and evaluation all carry it unchanged.

Offsets are 0-based, end exclusive, in Unicode code points: a citation's into the stored article text, a sentence's
into `Answer.text`.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from index.models import Language

Status = Literal["answered", "not_in_corpus"]
Support = Literal["verbatim", "supported", "partly", "unsupported"]
Dates = Literal["read", "ignore"]
Reply = Literal["greeting", "thanks", "about", "other_language", "unclear", "empty"]


class _Record(BaseModel):
    """Immutable and closed: a misspelt field is an error, not a silent extra."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Filters(_Record):
    """What the search is restricted to. Nothing is restricted by default, except by a time that the question demands.

    An article without a date is left out as soon as a date bound is given: the archive cannot say that it fits. A bound
    given here wins over times named in the question.
    """

    date_from: str | None = Field(default=None, description="YYYY, YYYY-MM or YYYY-MM-DD: published then or later")
    date_to: str | None = Field(default=None, description="YYYY, YYYY-MM or YYYY-MM-DD: published then or earlier")
    languages: tuple[Language, ...] = Field(default=(), description="languages of the articles; empty: all")
    sources: tuple[str, ...] = Field(default=(), description="outlets, compared without case; empty: all")
    dates: Dates = Field(default="read", description="what to do with times named in the question")
    now: str | None = Field(
        default=None, description='YYYY-MM-DD: the day that "last week" counts from; default: $FUNDSTELLE_NOW or today'
    )

    @property
    def restrict(self) -> bool:
        """Whether an article may be left out because of them."""
        return bool(self.date_from or self.date_to or self.languages or self.sources)


class Interpreted(_Record):
    """What was read from the question about time. `dates="ignore"` takes it back."""

    model_config = ConfigDict(serialize_by_alias=True, validate_by_name=True, validate_by_alias=True)

    date_from: str | None = Field(default=None, alias="from", description="YYYY, YYYY-MM or YYYY-MM-DD")
    date_to: str | None = Field(default=None, alias="to", description="YYYY, YYYY-MM or YYYY-MM-DD")
    order: Literal["newest", "oldest"] | None = Field(
        default=None, description="which of several articles about the same thing come first"
    )
    use: Literal["filter", "preference"] = Field(
        description="filter: only articles published then were searched; preference: they come first"
    )
    slack_days: int = Field(ge=0, description="days after `to` in which a filter still lets articles through")
    empty: bool = Field(
        default=False,
        description="nothing was published then: `nearest` and search disregard it",
    )
    now: str = Field(description="YYYY-MM-DD: the day that relative times were counted from")
    spans: list[tuple[int, int]] = Field(description="the characters of the question that say so")


class Citation(_Record):
    """A place in an article: `article.text[start:end] == quote`, always."""

    n: int = Field(ge=1, description="the number that the markers in the text use")
    article_id: str
    title: str
    published: str | None = Field(default=None, description="YYYY, YYYY-MM or YYYY-MM-DD")
    language: Language
    source: str | None = None
    url: str | None = None
    quote: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    highlight: tuple[int, int] | None = Field(
        default=None, description="the answer phrase inside the quote, in article offsets"
    )
    also_in: list[str] = Field(
        default_factory=list, description="ids of near-duplicate articles that carry the same passage"
    )


class AnswerSentence(_Record):
    """One sentence of the answer with the evidence for it."""

    text: str = Field(description="the sentence without its markers")
    start: int = Field(ge=0, description="where it begins in Answer.text")
    end: int = Field(ge=0, description="where it ends in Answer.text, markers not included")
    citations: list[int] = Field(description="numbers of the citations that support it")
    support: Support
    reasons: list[str] = Field(
        default_factory=list, description='why the support is not full, for people: "5 Prozent is not in [1]"'
    )
    score: float = Field(ge=0, le=1, description="how well it answers the question")


class IndexInfo(_Record):
    """Which generation answered."""

    generation: str
    articles: int
    passages: int


class Answer(_Record):
    """What the archive says to a question, or that it says nothing."""

    question: str
    language: Language = Field(description="the language of the question and of the frame around the quotes")
    status: Status
    text: str = Field(description="the answer with [n] markers")
    confidence: float = Field(ge=0, le=1)
    sentences: list[AnswerSentence] = Field(default_factory=list)
    citations: list[Citation] = Field(default_factory=list)
    nearest: list[Citation] = Field(
        default_factory=list, description="closest passages when the status is not_in_corpus"
    )
    as_of: str | None = Field(default=None, description="publication date of the newest cited article")
    reply: Reply | None = Field(
        default=None, description="what kind of short reply this is, to something that is no question for an archive"
    )
    rewritten: str | None = Field(
        default=None, description="the question that was searched for, where the conversation completed it"
    )
    notice: str | None = Field(
        default=None, description="what the reader must know about how the answer came to be: a language model failed"
    )
    interpreted: Interpreted | None = Field(default=None, description="times read from the question, if there were any")
    mode: str = Field(default="extractive", description='"extractive" or "llm:<model>"')
    index: IndexInfo
    timings_ms: dict[str, float] = Field(default_factory=dict)


class SearchResult(_Record):
    """A ranked passage, as `search` returns it."""

    article_id: str
    start: int
    end: int
    score: float = Field(description="higher is better; comparable within one result list only")
    text: str = Field(description="article.text[start:end]")
    title: str
    language: Language
    published: str | None = None
    source: str | None = None
    url: str | None = None
    also_in: list[str] = Field(
        default_factory=list,
        description="ids of near-duplicate articles that carry the same passage, whatever the filters",
    )
