"""What differs from run to run, kept apart from the metrics: when, how fast, with what."""

from __future__ import annotations

import platform
from datetime import UTC, datetime

from pydantic import BaseModel, ConfigDict, Field

from eval.runs.fingerprint import archive_fingerprint
from eval.runs.settings import Settings
from eval.runs.source import Source
from eval.runs.versions import commit, environment, library_versions, own_version
from eval.summary.report import Latency, Report
from rag.models import IndexInfo


class RunInfo(BaseModel):
    """The circumstances of one evaluation. Written when it begins, and again when it ends."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    gold: str = Field(description="the gold file")
    gold_sha256: str
    questions: int = Field(default=0, description="how many are to be asked")
    started: str = Field(description="UTC, ISO 8601")
    finished: str | None = Field(default=None, description="UTC, ISO 8601; None while it runs, or when it was stopped")
    seconds: float = Field(default=0.0, description="wall time of the attempt that finished it")
    resumed: int = Field(default=0, description="how often it was taken up again after it was stopped")
    rescored: str | None = Field(default=None, description="when the scores were computed anew; None: never")
    latency_ms: dict[str, Latency] = Field(default_factory=dict)
    generation: str = Field(description="the index generation that answered")
    archive: str = Field(default="", description="16 hex digits that name the content of the archive")
    articles: int = 0
    passages: int = 0
    k: int = Field(default=10, description="how many passages were searched for")
    jobs: int = Field(default=1, description="how many questions were asked at a time")
    timeout: float | None = Field(default=None, description="seconds that an answer might take; None: no limit")
    now: str | None = Field(default=None, description="YYYY-MM-DD: when questions were asked that state no day")
    judge: str | None = Field(default=None, description="the language model that judged; None: none did")
    environment: dict[str, str] = Field(default_factory=dict, description="FUNDSTELLE_... settings; secrets hidden")
    fundstelle: str = Field(description="version of the distribution; empty when it runs from a bare checkout")
    commit: str = Field(default="", description="of the checkout; empty when there is none")
    python: str
    machine: str
    versions: dict[str, str] = Field(default_factory=dict, description="of the libraries")

    @property
    def index(self) -> IndexInfo:
        """Which generation answered."""
        return IndexInfo(generation=self.generation, articles=self.articles, passages=self.passages)


DECIDES = ("gold_sha256", "questions", "archive", "k", "now", "judge", "environment", "fundstelle", "commit")
"""What two attempts at one run must share, or its records would answer different questions."""


def begin(source: Source, settings: Settings, judge: str | None = None) -> RunInfo:
    """Describe a run that is about to begin."""
    index = source.archive.info()
    return RunInfo(
        gold=source.name,
        gold_sha256=source.sha256,
        questions=len(source.gold),
        started=_now(),
        generation=index.generation,
        archive=archive_fingerprint(source.archive),
        articles=index.articles,
        passages=index.passages,
        k=settings.k,
        jobs=settings.jobs,
        timeout=settings.timeout,
        now=settings.now,
        judge=judge,
        environment=environment(),
        fundstelle=own_version(),
        commit=commit(),
        python=platform.python_version(),
        machine=f"{platform.system()} {platform.machine()}",
        versions=library_versions(),
    )


def finish(info: RunInfo, report: Report, seconds: float) -> RunInfo:
    """Describe a run that has just ended after so many seconds."""
    return info.model_copy(update={"finished": _now(), "seconds": seconds, "latency_ms": report.latency_ms})


def rescored(info: RunInfo, report: Report) -> RunInfo:
    """Describe a run whose scores were just computed anew."""
    return info.model_copy(update={"rescored": _now(), "latency_ms": report.latency_ms})


def differences(one: RunInfo, other: RunInfo) -> list[str]:
    """Say what two attempts do not share of what decides, one clause each."""
    return [
        f"{name} {_shown(getattr(one, name))} there, {_shown(getattr(other, name))} now"
        for name in DECIDES
        if getattr(one, name) != getattr(other, name)
    ]


def _shown(value: object) -> str:
    """A value for people; hashes are cut."""
    text = str(value)
    return text[:12] + "..." if len(text) in (40, 64) and " " not in text else text or "(none)"


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
