"""What the evaluation keeps of one question."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from eval.gold_set import GoldQuestion
from rag.models import Answer

Step = Literal["search", "ask"]


class Hit(BaseModel):
    """A ranked passage without its text."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    article_id: str
    start: int
    end: int
    score: float


class Failure(BaseModel):
    """A step that ended with an error instead of a result."""

    model_config = ConfigDict(frozen=True)

    id: str = Field(description="of the question")
    step: Step
    error: str = Field(description="the class of the error and what it says")


class QuestionRecord(BaseModel):
    """One question with what was expected, what came back and how it scores."""

    model_config = ConfigDict(frozen=True)

    id: str
    direction: str | None = Field(description='"de>en": from question to first gold article; None when unanswerable')
    question: str
    expected: GoldQuestion
    answer: Answer | None = Field(description="None when asking failed")
    results: list[Hit] = Field(description="the ranked passages; empty when the search failed")
    scores: dict[str, float] = Field(description="by metric; a metric that does not apply to the question is absent")
    citations: int = Field(ge=0, description="how many citations the answer shows, nearest ones included")
    citations_exact: int = Field(ge=0, description="how many of them are exact")
    failures: list[Failure]
    search_ms: float = Field(ge=0, description="wall time of the search in milliseconds")
    ask_ms: float = Field(ge=0, description="wall time of the answer in milliseconds")

    @property
    def refused(self) -> bool:
        """Whether the answer was `not_in_corpus`; an error is no refusal."""
        return self.answer is not None and self.answer.status == "not_in_corpus"
