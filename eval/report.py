"""Records summed up: per direction always, then the macro mean, refusals per language, tags, latency."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict, Field

from eval.group import Group, Score, macro_mean, summarise
from eval.metrics.percentile import percentile
from eval.record import Failure, QuestionRecord
from rag.models import IndexInfo

DIRECTIONS = ("de>de", "en>en", "de>en", "en>de")
LANGUAGES = ("de", "en")


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True)


class Citations(_Model):
    """Promise 1 over all questions: every citation shown, the nearest ones of refusals included."""

    checked: int
    exact: int


class Metrics(_Model):
    """The figures that two runs of the same archive and gold share to the last digit."""

    questions: int
    k: int = Field(description="how many passages were searched for")
    articles: int = Field(description="in the archive")
    passages: int = Field(description="in the archive")
    directions: dict[str, Group] = Field(description="answerable questions; all four are always there")
    macro_mean_of_directions: dict[str, Score] = Field(description="each direction counts the same; n: directions")
    languages: dict[str, Group] = Field(description='all questions by their language, and "all": for the refusals')
    tags: dict[str, Group]
    citations: Citations
    failures: list[Failure] = Field(description="they score 0 above")


class Latency(_Model):
    """Wall time of one step in milliseconds over all questions."""

    p50: float | None
    p95: float | None


class Report(_Model):
    """Everything that one evaluation found."""

    metrics: Metrics
    latency_ms: dict[str, Latency] = Field(description='of "search" and "ask"; differs from run to run')
    generation: str = Field(description="the index generation that answered")
    records: list[QuestionRecord]


def build_report(records: Sequence[QuestionRecord], info: IndexInfo, k: int) -> Report:
    """Sum up the records of one run."""
    directions = {name: summarise([r for r in records if r.direction == name]) for name in DIRECTIONS}
    languages = {name: summarise([r for r in records if r.expected.language == name]) for name in LANGUAGES}
    tags = sorted({tag for record in records for tag in record.expected.tags})
    metrics = Metrics(
        questions=len(records),
        k=k,
        articles=info.articles,
        passages=info.passages,
        directions=directions,
        macro_mean_of_directions=macro_mean(directions.values()),
        languages={**languages, "all": summarise(records)},
        tags={tag: summarise([r for r in records if tag in r.expected.tags]) for tag in tags},
        citations=Citations(
            checked=sum(record.citations for record in records),
            exact=sum(record.citations_exact for record in records),
        ),
        failures=[failure for record in records for failure in record.failures],
    )
    latency = {
        "search": _latency([record.search_ms for record in records]),
        "ask": _latency([record.ask_ms for record in records]),
    }
    return Report(metrics=metrics, latency_ms=latency, generation=info.generation, records=list(records))


def _latency(values: Sequence[float]) -> Latency:
    """Give the median and the 95th percentile."""
    return Latency(p50=percentile(values, 0.5), p95=percentile(values, 0.95))
