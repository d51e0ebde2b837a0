"""Every gold question is asked, recorded and scored, several at a time where that is wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from types import MappingProxyType

from eval.gold_set import GoldQuestion
from eval.runs.archive import Archive
from eval.runs.checks import check_articles
from eval.runs.examine import examine
from eval.runs.record import QuestionRecord
from eval.runs.settings import Settings
from eval.scoring.scores import scored
from eval.summary.report import Report, build_report

DEFAULTS = Settings()
Keep = Callable[[QuestionRecord], None]
"""Is given each record as soon as there is one, in the order in which they come."""
Finish = Callable[[QuestionRecord], QuestionRecord]
"""Adds to a scored record: the verdict of a language model that judges."""


def evaluate(
    archive: Archive,
    gold: Sequence[GoldQuestion],
    settings: Settings = DEFAULTS,
    keep: Keep = lambda record: None,
    known: Mapping[str, QuestionRecord] = MappingProxyType({}),
    finish: Finish = lambda record: record,
) -> Report:
    """Ask all questions and report per direction; the report is the same however many are asked at a time.

    Args:
        archive: open.
        gold: the questions, at least one.
        settings: how they are asked.
        keep: keeps every new record; called by one thread at a time.
        known: records of an earlier attempt by id; these questions are not asked again.
        finish: adds to each new record after it was scored.

    Raises:
        FundstelleError: the archive lacks articles that the gold names, or a model cannot be loaded.
    """
    check_articles(archive, gold)
    records = dict(known)
    missing = [question for question in gold if question.id not in known]
    for record in _examined(archive, missing, settings, finish):
        keep(record)
        records[record.id] = record
    return build_report([records[question.id] for question in gold], archive.info(), settings.k)


def _examined(
    archive: Archive, questions: Sequence[GoldQuestion], settings: Settings, finish: Finish
) -> Iterator[QuestionRecord]:
    """The record of each question as it is done: in order when one is asked at a time."""

    def work(question: GoldQuestion) -> QuestionRecord:
        return finish(scored(examine(archive, question, settings)))

    if settings.jobs == 1:
        yield from map(work, questions)
        return
    with ThreadPoolExecutor(settings.jobs) as pool:
        waiting: set[Future[QuestionRecord]] = set()
        for question in questions:
            waiting.add(pool.submit(work, question))
            if len(waiting) >= 2 * settings.jobs:  # so that an interrupt has little to wait for
                done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                yield from (future.result() for future in done)
        yield from (future.result() for future in waiting)
