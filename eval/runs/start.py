"""A run from the first question to the last file: begun, gone on with, finished."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from eval.runs.deadline import settle
from eval.runs.folder import RecordFile, make_folder, write_info
from eval.runs.info import RunInfo, begin, finish
from eval.runs.record import QuestionRecord
from eval.runs.rescore import Outcome
from eval.runs.resume import earlier, known_records
from eval.runs.run import Finish, Keep, evaluate
from eval.runs.settings import Settings
from eval.runs.source import Source
from index.progress import Advance
from rag.cli.output import note
from rag.cli.progress import bars
from rag.dates.clock import day_of
from rag.reading.reader import default_reader

READ = 64
"""Readings that one question may need remembered, with room to spare."""


def start(
    source: Source,
    settings: Settings,
    folder: Path | None,
    *,
    resume: bool = False,
    retry_failed: bool = False,
    judge: tuple[str, Finish] | None = None,
) -> Outcome:
    """Ask what has not been asked yet and sum it up; the caller writes the report.

    Args:
        source: the questions and the archive.
        settings: how they are asked; the day of asking is fixed here where it is open.
        folder: where records go as they come; None keeps them in memory only.
        resume: there must be a run to go on with.
        retry_failed: ask questions again that failed in an earlier attempt.
        judge: the name of the language model that judges, and what asks it.

    Raises:
        UsageError: the run in the folder cannot be gone on with.
        FundstelleError: the archive lacks articles that the gold names, or a model cannot be loaded.
    """
    began = time.perf_counter()
    found = earlier(folder, resume=resume or retry_failed) if folder else None
    day = settings.now or (found.now if found else None) or day_of(None).isoformat()
    fixed = Settings(settings.k, settings.jobs, settings.timeout, day)
    name, add = judge or (None, lambda record: record)
    info = begin(source, fixed, name)
    known: dict[str, QuestionRecord] = {}
    if folder and found:
        known = known_records(folder, found, info, retry_failed=retry_failed)
        info = info.model_copy(update={"started": found.started, "resumed": found.resumed + 1})
        note(f"fundstelle: going on with the run in {folder}: {len(known)} of {len(source.gold)} questions are asked.")
    open_questions = len(source.gold) - len(known)
    with (
        _recording(folder, info, known) as keep,
        bars("eval", open_questions, "questions") as advance,
        _remembering(settings.jobs),
    ):
        report = evaluate(source.archive, source.gold, fixed, _both(keep, advance), known, add)
    return Outcome(report, finish(info, report, time.perf_counter() - began), source.problems)


@contextmanager
def _remembering(jobs: int) -> Iterator[None]:
    """Let the reader remember what it read for the questions that are being asked: each is asked and searched.

    At the end, nothing is still being asked.
    """
    reader = default_reader()
    reader.remember(READ * jobs)
    try:
        yield
    finally:
        settle()
        reader.remember(0)


@contextmanager
def _recording(folder: Path | None, info: RunInfo, known: dict[str, QuestionRecord]) -> Iterator[Keep]:
    """Keep records in the folder, if there is one."""
    if folder is None:
        yield lambda record: None
        return
    make_folder(folder)
    file = RecordFile(folder, list(known.values()))
    write_info(folder, info)
    try:
        yield file.keep
    finally:
        file.close()


def _both(keep: Keep, advance: Advance) -> Keep:
    """Keep a record, then show that it is done."""

    def kept(record: QuestionRecord) -> None:
        keep(record)
        advance(1)

    return kept
