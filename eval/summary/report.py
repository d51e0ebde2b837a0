"""Records summed up: per direction always, then the macro mean, refusals per language, types, tags, latency."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from pydantic import BaseModel, ConfigDict, Field

from eval.metrics.calibration import Calibration, calibration
from eval.metrics.percentile import percentile
from eval.runs.record import Failure, QuestionRecord
from eval.summary.bootstrap import METHOD
from eval.summary.calibration_intervals import CalibrationIntervals, calibration_intervals
from eval.summary.confidence import outcomes
from eval.summary.group import Group, Score, macro_mean, summarise
from eval.summary.judge import JudgeFigures, judge_figures
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
    answerability: dict[str, Group] = Field(default_factory=dict, description='"answerable" and "unanswerable"')
    types: dict[str, Group] = Field(default_factory=dict, description="questions by the type that the gold states")
    tags: dict[str, Group]
    calibration: dict[str, Calibration] = Field(default_factory=dict, description="see eval/summary/confidence.py")
    calibration_intervals: dict[str, CalibrationIntervals] = Field(default_factory=dict)
    intervals: str = Field(default=METHOD, description="how `low` and `high` were found")
    citations: Citations
    judge: JudgeFigures | None = Field(default=None, description="None when no language model was asked to judge")
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
    """Sum up the records of one run, which come in the order of the gold."""
    judged = outcomes(records)
    directions = [[r for r in records if r.direction == name] for name in DIRECTIONS]
    metrics = Metrics(
        questions=len(records),
        k=k,
        articles=info.articles,
        passages=info.passages,
        directions={name: summarise(own) for name, own in zip(DIRECTIONS, directions, strict=True)},
        macro_mean_of_directions=macro_mean(directions),
        languages={**_grouped(records, lambda r: [r.expected.language], LANGUAGES), "all": summarise(records)},
        answerability=_grouped(records, _answerability, ("answerable", "unanswerable")),
        types=_grouped(records, lambda r: [r.expected.type] if r.expected.type else []),
        tags=_grouped(records, lambda r: r.expected.tags),
        calibration={name: calibration(own) for name, own in judged.items()},
        calibration_intervals={name: calibration_intervals(own) for name, own in judged.items()},
        citations=Citations(
            checked=sum(record.citations for record in records),
            exact=sum(record.citations_exact for record in records),
        ),
        judge=judge_figures(records),
        failures=[failure for record in records for failure in record.failures],
    )
    latency = {
        "search": _latency([record.search_ms for record in records]),
        "ask": _latency([record.ask_ms for record in records]),
    }
    return Report(metrics=metrics, latency_ms=latency, generation=info.generation, records=list(records))


def _grouped(
    records: Sequence[QuestionRecord],
    names_of: Callable[[QuestionRecord], Collection[str]],
    names: Sequence[str] | None = None,
) -> dict[str, Group]:
    """Sum up the records of each name; None: the names that occur, sorted. A record may have several."""
    found = names if names is not None else sorted({name for record in records for name in names_of(record)})
    return {name: summarise([record for record in records if name in names_of(record)]) for name in found}


def _answerability(record: QuestionRecord) -> list[str]:
    return ["answerable" if record.expected.answerable else "unanswerable"]


def _latency(values: Sequence[float]) -> Latency:
    """Give the median and the 95th percentile."""
    return Latency(p50=percentile(values, 0.5), p95=percentile(values, 0.95))
