"""Every gold question is searched for, asked and scored."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from eval.archive import Archive
from eval.check import check_articles, check_depth
from eval.gold_set import GoldQuestion
from eval.metrics.citation_exactness import is_exact
from eval.record import Failure, Hit, QuestionRecord, Step
from eval.report import Report, build_report
from eval.scores import DEEPEST_CUTOFF, answer_scores, retrieval_scores
from index.errors import FundstelleError, UnknownArticleError
from rag.models import Answer, SearchResult

T = TypeVar("T")

Progress = Callable[[Sequence[GoldQuestion]], Iterable[GoldQuestion]]
"""Passes the questions on, one after the other, and may show how far it is (as tqdm does)."""


def evaluate(
    fundstelle: Archive,
    gold: Sequence[GoldQuestion],
    progress: Progress = iter,
    k: int = DEEPEST_CUTOFF,
) -> Report:
    """Ask all questions, one after the other, and report per direction.

    A question is asked as a user would ask it: its language is not told. An error that Fundstelle raises for a
    question counts as a failure of that question and is listed; any other exception is a defect and ends the run.

    Args:
        fundstelle: the open archive.
        gold: the questions, at least one.
        progress: wraps the questions; by default shows nothing.
        k: how many passages to search for, at least 10.

    Raises:
        UsageError: `k` is too small.
        FundstelleError: the archive lacks articles that the gold names.
    """
    check_depth(k)
    check_articles(fundstelle, gold)
    records = [examine(fundstelle, question, k) for question in progress(gold)]
    return build_report(records, fundstelle.info(), k)


def examine(archive: Archive, gold: GoldQuestion, k: int) -> QuestionRecord:
    """Search, ask and score one question."""
    failures: list[Failure] = []
    results, search_ms = _attempt(gold.id, "search", lambda: archive.search(gold.question, k, now=gold.now), failures)
    answer, ask_ms = _attempt(gold.id, "ask", lambda: archive.ask(gold.question, now=gold.now), failures)
    ranking: list[SearchResult] = results or []
    texts = _cited_texts(archive, answer)
    gold_texts = {article_id: archive.article(article_id).text for article_id in gold.articles}
    shown = [*answer.citations, *answer.nearest] if answer else []
    return QuestionRecord(
        id=gold.id,
        direction=_direction(archive, gold),
        question=gold.question,
        expected=gold,
        answer=answer,
        results=[Hit.model_validate(result.model_dump()) for result in ranking],
        scores=retrieval_scores(gold, ranking, gold_texts) | answer_scores(gold, answer, texts),
        citations=len(shown),
        citations_exact=sum(is_exact(citation, texts) for citation in shown),
        failures=failures,
        search_ms=search_ms,
        ask_ms=ask_ms,
    )


def _attempt(gold_id: str, step: Step, action: Callable[[], T], failures: list[Failure]) -> tuple[T | None, float]:
    """Run one step and time it in milliseconds; its error is added to `failures`."""
    result: T | None = None
    begin = time.perf_counter()
    try:
        result = action()
    except FundstelleError as error:
        failures.append(Failure(id=gold_id, step=step, error=f"{type(error).__name__}: {error}"))
    return result, (time.perf_counter() - begin) * 1000


def _direction(archive: Archive, gold: GoldQuestion) -> str | None:
    """Name the direction from the question's language to that of its first article."""
    return f"{gold.language}>{archive.article(gold.articles[0]).language}" if gold.answerable else None


def _cited_texts(archive: Archive, answer: Answer | None) -> dict[str, str]:
    """Fetch the stored text of every cited article that exists."""
    texts: dict[str, str] = {}
    for citation in [*answer.citations, *answer.nearest] if answer else []:
        try:
            texts[citation.article_id] = archive.article(citation.article_id).text
        except UnknownArticleError:
            continue  # a citation of an article that does not exist is not exact
    return texts
