"""All checks of a gold file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from eval.gold_set import GoldQuestion, attempt_gold
from eval.runs.archive import Archive
from eval.validation.duplicates import find_duplicates
from eval.validation.evidence import check_alternatives, check_answers, check_articles, check_nuggets, check_spans
from eval.validation.finding import Finding, Remark, error
from eval.validation.leaks import check_copy, check_own_answer, check_verbatim
from eval.validation.library import Library
from eval.validation.setting import check_day, check_direction, check_draft, check_language
from eval.validation.unanswerable import check_unanswerable

Check = Callable[[GoldQuestion, Library], Iterator[Remark]]
Numbered = Sequence[tuple[str, GoldQuestion]]
Watch = Callable[[Numbered], Iterable[tuple[str, GoldQuestion]]]
"""Passes the questions on and may show how far it is."""

CHECKS: tuple[Check, ...] = (
    check_articles,
    check_spans,
    check_answers,
    check_alternatives,
    check_nuggets,
    check_language,
    check_direction,
    check_day,
    check_own_answer,
    check_copy,
    check_verbatim,
    check_unanswerable,
    check_draft,
)


def validate(path: Path, archive: Archive, watch: Watch = iter) -> tuple[int, list[Finding]]:
    """Check a gold file against an archive.

    Args:
        path: the gold file.
        archive: the open archive that it is about.
        watch: wraps the questions; by default shows nothing.

    Returns:
        How many questions were checked, and the findings in the order of the lines.

    Raises:
        SourceError: the file cannot be read, or holds nothing.
    """
    numbered, bad_lines = attempt_gold(path)
    findings = [
        Finding(problem.place, "", error("line", f"{problem.reason}. {problem.remedy}")) for problem in bad_lines
    ]
    findings += find_duplicates(numbered)
    library = Library(archive)
    for place, question in watch(numbered):
        findings += [Finding(place, question.id, remark) for check in CHECKS for remark in check(question, library)]
    return len(numbered) + len(bad_lines), sorted(findings, key=_line)


def _line(finding: Finding) -> int:
    """The number of the line; findings of one line keep their order."""
    return int(finding.place.rsplit(":", maxsplit=1)[-1])
