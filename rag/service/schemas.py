"""What the service accepts and returns beside `rag.models`."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from index.dates import parse_published
from index.models import Article, Language, Precision, TitleOrigin
from rag.explanation import Explanation
from rag.models import Dates, Interpreted, SearchResult
from rag.question import MAX_CHARACTERS, FilterOptions, QuestionLanguage

Question = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MAX_CHARACTERS)]
AnyText = Annotated[str, StringConstraints(strip_whitespace=True, max_length=MAX_CHARACTERS)]
PartialDate = Annotated[str, AfterValidator(parse_published)]

_DATE = "YYYY, YYYY-MM or YYYY-MM-DD"

MOST_EARLIER = 100
"""Exchanges that a request may carry; only the newest are looked at."""


class _Request(BaseModel):
    """Closed: a misspelt filter is an error, not a search without the filter."""

    model_config = ConfigDict(extra="forbid")

    question: Question = Field(description="1 to 2,000 characters, German or English")
    date_from: PartialDate | None = Field(default=None, alias="from", description=f"{_DATE}: published then or later")
    date_to: PartialDate | None = Field(default=None, alias="to", description=f"{_DATE}: published then or earlier")
    languages: list[Language] = Field(default_factory=list, description="languages of the articles; empty: all")
    sources: list[str] = Field(default_factory=list, max_length=100, description="outlets; empty: all")
    dates: Dates = Field(default="read", description="`ignore`: disregard times named in the question")
    now: date | None = Field(default=None, description='the day that "last week" counts from; default: the server\'s')

    def filters(self) -> FilterOptions:
        """The restrictions as the library takes them."""
        return {
            "date_from": self.date_from,
            "date_to": self.date_to,
            "languages": self.languages,
            "sources": self.sources,
            "dates": self.dates,
            "now": self.now,
        }


class EarlierExchange(BaseModel):
    """An earlier question of the conversation with what came back."""

    model_config = ConfigDict(extra="forbid")

    question: str = Field(max_length=MAX_CHARACTERS, description="what was asked")
    answer: dict[str, Any] | str | None = Field(
        default=None, description="the `Answer` as it was returned, whose evidence follow-ups may refer to, or its text"
    )


class QueryRequest(_Request):
    """A question to be answered."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"question": "Wie viel kostet das Deutschlandticket ab Januar 2025?"}]}
    )

    question: AnyText = Field(description="up to 2,000 characters, German or English; what is no question gets a reply")
    history: list[EarlierExchange] = Field(
        default_factory=list,
        max_length=MOST_EARLIER,
        description='earlier exchanges, oldest first: a follow-up ("Und wann?") is completed from them',
    )
    language: QuestionLanguage = Field(default="auto", description="of the question and the answer's frame")
    stream: bool = Field(default=False, description="send the answer as server-sent events while it is written")

    def exchanges(self) -> list[dict[str, object]]:
        """The history as the library takes it."""
        return [exchange.model_dump() for exchange in self.history]


class SearchRequest(_Request):
    """A question for which passages are wanted, not an answer."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"question": "North Korea munitions", "k": 5, "languages": ["en"]}]}
    )

    k: int = Field(default=10, ge=1, le=100, description="how many passages at most")
    explain: bool = Field(default=False, description="say how each stage of the search came to its results")


class SearchResponse(BaseModel):
    """Ranked passages, best first."""

    interpreted: Interpreted | None = Field(default=None, description="times read from the question, if there were any")
    results: list[SearchResult]
    explanation: Explanation | None = Field(default=None, description="every stage of the search, if asked for")


class ArticleView(BaseModel):
    """An article as others see it: without its path, for where files lie on the server is nobody's business."""

    id: str
    title: str
    title_origin: TitleOrigin = Field(description="where the title comes from")
    text: str = Field(description="what all offsets refer to")
    language: Language
    published: str | None = Field(description=_DATE)
    precision: Precision | None = Field(description="how precisely the publication date is known")
    source: str | None = Field(description="the outlet")
    url: str | None
    checksum: str = Field(description="SHA-256 over the fields; changes when the article does")

    @classmethod
    def of(cls, article: Article) -> ArticleView:
        """Show an article."""
        known = article.model_dump(exclude={"path"})
        return cls(**known, precision=article.precision, checksum=article.checksum)


class Health(BaseModel):
    """The service answers, and from which index."""

    status: Literal["ok"] = "ok"
    generation: str = Field(description="id of the index generation that answers now")
    articles: int = Field(ge=0)
    passages: int = Field(ge=0)


class FieldError(BaseModel):
    """One field of a request that is wrong."""

    field: str = Field(description="where: the field's name, with its position where it is a list (`languages.0`)")
    message: str


class Problem(BaseModel):
    """An error as RFC 9457 describes it (`application/problem+json`)."""

    type: str = Field(description="the kind of problem: an anchor in /docs")
    title: str = Field(description="the kind of problem in words, always the same for a type")
    status: int = Field(description="the HTTP status")
    detail: str = Field(description="what happened this time")
    remedy: str = Field(description="what you can do about it")
    request_id: str = Field(description="also in the header X-Request-Id; found in the server's log")
    errors: list[FieldError] = Field(default_factory=list, description="the wrong fields, for an invalid request")
