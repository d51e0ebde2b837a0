"""Why a search found what it found: every stage with its numbers, as `Fundstelle.explain` returns them.

Stages follow the search: the question is analysed, filters are applied, the articles of each language yield candidates,
these are scored and put in order. Numbers are rounded to six digits, so that what a score consists of adds up to it.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from index.keywords.question import Kind
from index.models import Language
from rag.models import Interpreted, SearchResult
from rag.retrieval.candidates import SourceName
from rag.retrieval.weights import FusionWeights

FilterName = Literal["languages", "sources", "dates", "time"]


class _Stage(BaseModel):
    """Immutable and closed."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class WordEvidence(_Stage):
    """What a word says about the question's language."""

    word: str
    evidence: float = Field(description="nats, above 0 for German, below 0 for English")


class Term(_Stage):
    """A keyword that is looked for."""

    term: str = Field(description="`=` stem, `~` key of a name, `@` name with an exonym, `#` number, else a 4-gram")
    kind: Kind
    weight: float = Field(description="how much it counts")
    rarity: float = Field(description="inverse document frequency in the archive")


class Rendering(_Stage):
    """A word of the other language that translates one of the question."""

    stem: str
    probability: float


class Translation(_Stage):
    """A word of the question in the other language."""

    word: str
    into: list[Rendering] = Field(description="likeliest first; empty: unknown, it stands for itself")


class WordWeight(_Stage):
    """A word of the question that is compared with those of passages."""

    word: str
    weight: float


class Analysis(_Stage):
    """What the question was taken to be."""

    language: Language
    certainty: Literal["stated", "sure", "unsure", "none"] = Field(
        description="of the language: given with the question; detected, surely or not; taken without any evidence"
    )
    evidence: float = Field(description="for German (above 0) or English (below 0), in nats: the sum over `words`")
    words: list[WordEvidence]
    interpreted: Interpreted | None = Field(description="times read from the question, if there were any")
    keywords: dict[Language, list[Term]] = Field(description="by the language of the articles; heaviest first, by kind")
    translations: list[Translation] = Field(description="of the words that are no function words")
    compared: list[WordWeight] = Field(description="words that late interaction looks for")


class FilterStep(_Stage):
    """A filter and what it leaves of what the ones before it left."""

    filter: FilterName = Field(description="`time`: demanded by the question itself")
    value: str
    left: int = Field(ge=0, description="passages")
    disregarded: bool = Field(default=False, description="it would have left nothing, so it was not applied")


class Filtering(_Stage):
    """The passages that were searched."""

    passages: int = Field(ge=0, description="in the archive")
    steps: list[FilterStep]
    searched: int = Field(ge=0)


class Place(_Stage):
    """A passage."""

    article_id: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)


class SourceCandidate(Place):
    """A passage that a source brought in."""

    raw: float = Field(description="BM25 of the source `keyword`, cosine of the others")
    standardised: float = Field(description="the same, as a z-score within the language")


class Source(_Stage):
    """One of the ways in which candidates are found."""

    name: SourceName = Field(description="`dated`: the nearest by cosine among those published in a time named")
    found: int = Field(ge=0)
    best: list[SourceCandidate] = Field(description="the first of them")


class LanguageStage(_Stage):
    """How the articles of one language were searched."""

    language: Language
    passages: int = Field(ge=0, description="in this language")
    searched: int = Field(ge=0, description="of these, those that the filters leave")
    sources: list[Source]
    candidates: int = Field(ge=0, description="of all sources, each once")
    compared: int = Field(ge=0, description="of these, those that late interaction looked at")
    weights: FusionWeights = Field(description="of the fusion, from the question's language to this one")


class Parts(_Stage):
    """What a score consists of."""

    keyword: float = Field(description="BM25, standardised and weighed")
    vector: float = Field(description="cosine, standardised and weighed")
    token: float = Field(description="late interaction, standardised and weighed; 0 if not compared")
    date: float = Field(description="gained by being published in a time named")
    order: float = Field(description="gained by being the newest, or the oldest, where that is asked for")
    diversity: float = Field(description="lost as the fourth or a later passage of its article")
    reranking: float = Field(description="gained or lost by the opinion of the model that reads the best passages")

    @property
    def total(self) -> float:
        """The score."""
        parts = (self.keyword, self.vector, self.token, self.date, self.order, self.diversity, self.reranking)
        return sum(parts)


class Match(_Stage):
    """A keyword that a passage holds."""

    term: str
    kind: Kind
    part: float = Field(description="of the passage's BM25")


class ScoredPlace(Place):
    """A candidate with all its scores."""

    rank: int = Field(ge=1, description="among the results; beyond them, before reranking")
    score: float
    parts: Parts = Field(description="they add up to the score")
    found_by: list[SourceName]
    bm25: float
    keyword: float = Field(description="BM25, standardised")
    cosine: float
    vector: float = Field(description="cosine, standardised")
    token: float = Field(description="late interaction, 0 to 1")
    answerable: float | None = Field(
        description="what the reader gives the passage, 0 to 1; null if it did not read it"
    )
    matches: list[Match] = Field(description="the keywords that brought most of its BM25")


class Dropped(Place):
    """A candidate that is no result, and why."""

    score: float = Field(description="before reranking, where the reader did not read it")
    reason: Literal["copy", "beyond_k", "filtered"]
    copy_of: Place | None = Field(default=None, description="the copy that stands for it")
    rank: int | None = Field(default=None, description="where it would have come, if it is beyond the last result")
    filters: list[FilterName] = Field(default_factory=list, description="those that leave it out")


class Explanation(_Stage):
    """Every stage of a search."""

    analysis: Analysis
    filtering: Filtering
    languages: list[LanguageStage] = Field(description="those in which there was something to search")
    candidates: int = Field(ge=0, description="of all languages")
    copies: int = Field(ge=0, description="of these, folded into another copy")
    reranked: int = Field(ge=0, description="read by the model that reranks")
    results: list[ScoredPlace] = Field(description="as the search returns them, in the same order")
    dropped: list[Dropped] = Field(
        description="copies of results, the next candidates beyond the last result, and the best that filters left out"
    )


class ExplainedSearch(_Stage):
    """What a search returns, and why."""

    results: list[SearchResult]
    explanation: Explanation
