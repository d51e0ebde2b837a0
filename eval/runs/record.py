"""What the evaluation keeps of one question: enough to score it again without the archive."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from eval.gold_set import GoldQuestion, GoldSpan
from rag.models import Answer, Citation, Support

Step = Literal["search", "ask"]


class _Model(BaseModel):
    """Immutable; fields that a later version adds do no harm."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Hit(_Model):
    """A ranked passage."""

    article_id: str
    start: int
    end: int
    score: float
    text: str = ""
    also_in: list[str] = Field(default_factory=list, description="ids of articles that carry the same passage")


class Context(_Model):
    """What the stored article holds where a citation points, and around it."""

    stored: str | None = Field(description="article.text[start:end]; None when there is no such article")
    before: str = Field(default="", description="the characters that end at `start`")
    after: str = Field(default="", description="the characters that begin at `end`")


class Failure(_Model):
    """A step that ended with an error instead of a result."""

    id: str = Field(description="of the question")
    step: Step
    error: str = Field(description="the class of the error and what it says")


class SentenceVerdict(_Model):
    """What the evaluation's own verifier says of one sentence of an answer and the spans that it cites."""

    support: Support
    score: float = Field(description="how likely the spans support the whole sentence, 0 to 1")
    reasons: list[str] = Field(default_factory=list, description="why the support is not full")


class JudgeVerdict(_Model):
    """What the language model that judges answers said; kept word for word."""

    model: str
    correct: bool | None = Field(description="None: the reply was no verdict, which is never taken for one")
    reply: str = Field(description="what the model wrote, or the error that kept it from writing")


class QuestionRecord(_Model):
    """One question with what was expected, what came back and how it scores."""

    id: str
    direction: str | None = Field(description='"de>en": from question to first gold article; None when unanswerable')
    question: str
    expected: GoldQuestion
    answer: Answer | None = Field(description="None when asking failed")
    results: list[Hit] = Field(description="the ranked passages; empty when the search failed")
    failures: list[Failure]
    search_ms: float = Field(ge=0, description="milliseconds of the search, as the answer states them, else wall time")
    ask_ms: float = Field(ge=0, description="wall time of the answer in milliseconds")
    contexts: list[Context] = Field(default_factory=list, description="one a citation of the answer, then of `nearest`")
    evidence: list[str] = Field(default_factory=list, description="what stands in the spans of the gold, one a span")
    scores: dict[str, float] = Field(
        default_factory=dict, description="by metric; a metric that does not apply to the question is absent"
    )
    verdicts: list[SentenceVerdict] = Field(default_factory=list, description="one a sentence of the answer")
    judged: JudgeVerdict | None = Field(default=None, description="None when no language model was asked to judge")
    citations: int = Field(default=0, ge=0, description="how many citations the answer shows, nearest ones included")
    citations_exact: int = Field(default=0, ge=0, description="how many of them are exact")

    @property
    def refused(self) -> bool:
        """Whether the answer was `not_in_corpus`; an error is no refusal."""
        return self.answer is not None and self.answer.status == "not_in_corpus"

    @property
    def shown(self) -> list[Citation]:
        """Every citation that the answer shows, the nearest ones of a refusal included; in the order of `contexts`."""
        return [*self.answer.citations, *self.answer.nearest] if self.answer else []

    @property
    def evidence_of(self) -> dict[GoldSpan, str]:
        """What stands in each span of the gold."""
        return dict(zip(self.expected.spans, self.evidence, strict=False))
