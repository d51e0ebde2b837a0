"""One question, asked as a user would ask it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from eval.gold_set import GoldQuestion
from eval.runs.archive import Archive
from eval.runs.deadline import within
from eval.runs.record import Context, Failure, Hit, QuestionRecord, Step
from eval.runs.settings import Settings
from index.errors import FundstelleError, UnknownArticleError
from rag.models import Citation

T = TypeVar("T")

RETRIEVAL = "retrieve"
"""What an answer calls the time that its search took. The search that follows it is quicker: passages that were read
for the same question are not read again."""
AROUND = 240
"""Characters of the article that are kept before and after a citation."""


def examine(archive: Archive, gold: GoldQuestion, settings: Settings) -> QuestionRecord:
    """Ask and search one question; the record is not scored yet.

    The language is not told. An error that Fundstelle raises, and a deadline that is missed, are failures of the
    question; any other exception is a defect and ends the run. Asking comes first, so that its time is that of a
    question nobody has asked before.
    """
    failures: list[Failure] = []
    now = gold.now or settings.now
    attempt = _Attempts(gold.id, settings.timeout, failures)
    answer, ask_ms = attempt("ask", lambda: archive.ask(gold.question, now=now))
    results, search_ms = attempt("search", lambda: archive.search(gold.question, settings.k, now=now))
    record = QuestionRecord(
        id=gold.id,
        direction=_direction(archive, gold),
        question=gold.question,
        expected=gold,
        answer=answer,
        results=[Hit.model_validate(result.model_dump()) for result in results or []],
        failures=failures,
        search_ms=answer.timings_ms.get(RETRIEVAL, search_ms) if answer else search_ms,
        ask_ms=ask_ms,
        evidence=[archive.article(span.article_id).text[span.start : span.end] for span in gold.spans],
    )
    return record.model_copy(update={"contexts": [_context(archive, citation) for citation in record.shown]})


class _Attempts:
    """Runs steps of one question, each within the time that it may take."""

    def __init__(self, gold_id: str, timeout: float | None, failures: list[Failure]) -> None:
        """Add what goes wrong to `failures`."""
        self._gold_id = gold_id
        self._timeout = timeout
        self._failures = failures

    def __call__(self, step: Step, action: Callable[[], T]) -> tuple[T | None, float]:
        """Run one step and time it in milliseconds; None when it failed."""
        result: T | None = None
        begin = time.perf_counter()
        try:
            result = within(self._timeout, action)
        except FundstelleError as error:
            self._failures.append(Failure(id=self._gold_id, step=step, error=f"{type(error).__name__}: {error}"))
        return result, (time.perf_counter() - begin) * 1000


def _direction(archive: Archive, gold: GoldQuestion) -> str | None:
    """Name the direction from the question's language to that of its first article."""
    return f"{gold.language}>{archive.article(gold.articles[0]).language}" if gold.answerable else None


def _context(archive: Archive, citation: Citation) -> Context:
    """What the stored article holds at a citation and around it."""
    try:
        text = archive.article(citation.article_id).text
    except UnknownArticleError:
        return Context(stored=None)  # a citation of an article that does not exist is not exact
    return Context(
        stored=text[citation.start : citation.end],
        before=text[max(0, citation.start - AROUND) : citation.start],
        after=text[citation.end : citation.end + AROUND],
    )
