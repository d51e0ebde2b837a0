"""A run that is stopped, gone on with, or must not be gone on with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from eval.gold_set import GoldQuestion
from eval.runs.folder import read_info, read_records
from eval.runs.rescore import Outcome, rescore
from eval.runs.settings import Settings
from eval.runs.source import Source
from eval.runs.start import start
from eval.tables.files import write_report
from index.errors import ModelError, UsageError

if TYPE_CHECKING:
    from tests.eval.conftest import TinyArchive

DAY = "2024-05-01"
ON_THAT_DAY = Settings(now=DAY)


@pytest.fixture
def source(perfect: TinyArchive, gold: list[GoldQuestion]) -> Source:
    return Source(perfect, gold, "gold.jsonl", "f" * 64)


class StoppedError(Exception):
    """Somebody pressed Ctrl-C."""


def stop_at(archive: TinyArchive, question: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ask = archive.ask

    def asked(text: str, *, now: str | None = None) -> object:
        if text == question:
            raise StoppedError
        return ask(text, now=now)

    monkeypatch.setattr(archive, "ask", asked)


def run(source: Source, folder: Path, settings: Settings = ON_THAT_DAY, **options: Any) -> Outcome:
    outcome = start(source, settings, folder, **options)
    write_report(outcome.report, outcome.info, folder)
    return outcome


def test_a_stopped_run_is_gone_on_with(
    source: Source, perfect: TinyArchive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = run(source, tmp_path / "whole")
    with monkeypatch.context() as patch:
        stop_at(perfect, source.gold[3].question, patch)
        with pytest.raises(StoppedError):
            run(source, tmp_path / "run")
    assert [record.id for record in read_records(tmp_path / "run")] == ["dd", "ee", "de"]
    begun = read_info(tmp_path / "run")
    assert begun is not None
    assert begun.finished is None

    perfect.asked.clear()
    outcome = run(source, tmp_path / "run")
    assert perfect.asked == [question.question for question in source.gold[3:]]
    assert (outcome.info.resumed, outcome.info.started, outcome.info.finished is None) == (1, begun.started, False)
    for name in ("metrics.json", "scores.jsonl"):
        assert (tmp_path / "run" / name).read_bytes() == (tmp_path / "whole" / name).read_bytes()
    assert outcome.report.metrics == whole.report.metrics


def test_a_finished_run_is_replaced_unless_resuming_is_asked_for(
    source: Source, perfect: TinyArchive, tmp_path: Path
) -> None:
    run(source, tmp_path)
    perfect.asked.clear()
    assert run(source, tmp_path, resume=True).info.resumed == 1
    assert perfect.asked == []
    assert run(source, tmp_path).info.resumed == 0
    assert len(perfect.asked) == 6


def test_there_must_be_something_to_resume(source: Source, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no run to resume"):
        start(source, Settings(), tmp_path, resume=True)


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"sha256": "e" * 64}, "gold_sha256 ffffffffffff... there, eeeeeeeeeeee... now"),
        ({"gold": 5}, "questions 6 there, 5 now"),
        ({"k": 12}, "k 10 there, 12 now"),
        ({"now": "2024-05-02"}, "now 2024-05-01 there, 2024-05-02 now"),
        ({"articles": ["port", "summit", "hafen", "gipfel", "more"]}, "archive "),
    ],
)
def test_a_run_of_something_else_is_not_gone_on_with(
    source: Source,
    perfect: TinyArchive,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    changed: dict[str, object],
    named: str,
) -> None:
    run(source, tmp_path)
    if "articles" in changed:
        article = perfect.article
        monkeypatch.setattr(perfect, "article_ids", lambda: changed["articles"])
        monkeypatch.setattr(perfect, "article", lambda key: article("port" if key == "more" else key))
    other = Source(
        perfect,
        source.gold[: int(str(changed.get("gold", 6)))],
        "gold.jsonl",
        str(changed.get("sha256", source.sha256)),
    )
    settings = Settings(k=int(str(changed.get("k", 10))), now=str(changed.get("now", DAY)))
    with pytest.raises(UsageError) as caught:
        start(other, settings, tmp_path, resume=True)
    assert named in str(caught.value)
    assert "--out" in str(caught.value)
    assert len(read_records(tmp_path)) == 6, "what was there must not be touched"


def test_another_number_of_jobs_or_seconds_changes_nothing_that_decides(source: Source, tmp_path: Path) -> None:
    run(source, tmp_path)
    again = run(source, tmp_path, Settings(now=DAY, jobs=3, timeout=60.0), resume=True)
    assert (again.info.jobs, again.info.timeout, again.info.resumed) == (3, 60, 1)


def test_the_day_of_the_first_attempt_stays(source: Source, perfect: TinyArchive, tmp_path: Path) -> None:
    run(source, tmp_path, Settings(now=DAY))
    assert run(source, tmp_path, Settings(), resume=True).info.now == DAY


def test_what_failed_is_asked_again_only_on_demand(source: Source, perfect: TinyArchive, tmp_path: Path) -> None:
    question = source.gold[0].question
    perfect.errors["ask", question] = ModelError("No model.")
    assert len(run(source, tmp_path).report.metrics.failures) == 1
    perfect.errors.clear()
    perfect.asked.clear()
    assert len(run(source, tmp_path, resume=True).report.metrics.failures) == 1
    assert perfect.asked == []
    assert run(source, tmp_path, retry_failed=True).report.metrics.failures == []
    assert perfect.asked == [question]


def test_scoring_again_asks_nothing_and_finds_the_same(
    source: Source, perfect: TinyArchive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run(source, tmp_path)
    monkeypatch.setattr(perfect, "ask", None)
    again = rescore(tmp_path)
    assert again.report.metrics == first.report.metrics
    assert again.report.records == first.report.records
    assert again.info.rescored is not None
    assert again.info.started == first.info.started


def test_scoring_again_needs_a_finished_run_with_all_it_takes(
    source: Source, perfect: TinyArchive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(UsageError, match="holds no run"):
        rescore(tmp_path)
    outcome = run(source, tmp_path)
    bare = [record.model_copy(update={"contexts": []}) for record in outcome.report.records]
    write_report(outcome.report.model_copy(update={"records": bare}), outcome.info, tmp_path)
    with pytest.raises(UsageError, match="older version"):
        rescore(tmp_path)
    stop_at(perfect, source.gold[1].question, monkeypatch)
    with pytest.raises(StoppedError):
        run(source, tmp_path)
    with pytest.raises(UsageError, match="not finished"):
        rescore(tmp_path)


def test_without_a_folder_nothing_is_written(source: Source, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert len(start(source, Settings(), None).report.records) == 6
    assert list(tmp_path.iterdir()) == []


def test_the_run_says_with_what_it_was_made(source: Source, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FUNDSTELLE_RERANK", "3")
    info = run(source, tmp_path).info
    assert (info.gold, info.gold_sha256, info.questions) == ("gold.jsonl", "f" * 64, 6)
    assert (info.generation, info.articles, info.passages, info.k, info.now) == ("g1", 4, 8, 10, DAY)
    assert info.environment["FUNDSTELLE_RERANK"] == "3"
    assert info.latency_ms["ask"].p95 is not None
    assert info.seconds > 0
    assert read_info(tmp_path) == info
