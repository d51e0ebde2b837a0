"""TREC's relevance judgements (qrels) and ranked results (runs), as `trec_eval` reads them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from eval.formats.dataset import Rankings
from eval.lines import read_text
from index.errors import SourceError

T = TypeVar("T")

_DIGITS = 6

_QRELS_FORM = "Write 'QUESTION 0 ARTICLE GRADE' in each line."
_RUN_FORM = "Write 'QUESTION Q0 ARTICLE RANK SCORE NAME' in each line."


class Judgement(NamedTuple):
    """How relevant an article is to a question; 0 and below is not relevant."""

    question: str
    article: str
    grade: int


def read_qrels(path: Path) -> tuple[list[Judgement], list[SourceError]]:
    """Read a qrels file with four columns.

    Raises:
        SourceError: the file cannot be read.
    """
    return _read_lines(path, _judgement)


def read_run(path: Path) -> Rankings:
    """Read a run file with six columns. Articles go by score, as `trec_eval` has it; the stated rank breaks ties.

    Raises:
        SourceError: the file cannot be read.
    """
    rows, problems = _read_lines(path, _ranked)
    by_question: dict[str, list[tuple[float, int, str]]] = {}
    for question, article, rank, score in rows:
        by_question.setdefault(question, []).append((-score, rank, article))
    ordered = {
        question: [(article, -negated) for negated, _, article in sorted(ranked)]
        for question, ranked in by_question.items()
    }
    return Rankings(ordered, problems)


def run_lines(rankings: Mapping[str, Sequence[tuple[str, float]]], name: str) -> Iterator[str]:
    """Write rankings as run lines. A score that is not below the one before is lowered, or `trec_eval` would reorder.

    Args:
        rankings: by question, best first.
        name: of the run, one word.
    """
    for question, ranked in rankings.items():
        last = float("inf")
        for rank, (article, score) in enumerate(ranked, start=1):
            last = min(round(score, _DIGITS), round(last - 10**-_DIGITS, _DIGITS))
            yield f"{_word(question)} Q0 {_word(article)} {rank} {last:.{_DIGITS}f} {_word(name)}"


def qrels_lines(judgements: Iterable[Judgement]) -> Iterator[str]:
    """Write judgements as qrels lines."""
    return (f"{_word(question)} 0 {_word(article)} {grade}" for question, article, grade in judgements)


def _judgement(place: str, parts: list[str]) -> Judgement:
    if len(parts) != 4:
        raise SourceError(place, f"{len(parts)} columns instead of 4", _QRELS_FORM)
    return Judgement(parts[0], parts[2], _whole(place, "grade", parts[3], _QRELS_FORM))


def _ranked(place: str, parts: list[str]) -> tuple[str, str, int, float]:
    if len(parts) != 6:
        raise SourceError(place, f"{len(parts)} columns instead of 6", _RUN_FORM)
    rank = _whole(place, "rank", parts[3], _RUN_FORM)
    try:
        return parts[0], parts[2], rank, float(parts[4])
    except ValueError as error:
        raise SourceError(place, f"the score {parts[4]!r} is no number", _RUN_FORM) from error


def _whole(place: str, name: str, written: str, remedy: str) -> int:
    try:
        return int(written)
    except ValueError as error:
        raise SourceError(place, f"the {name} {written!r} is no whole number", remedy) from error


def _read_lines(path: Path, convert: Callable[[str, list[str]], T]) -> tuple[list[T], list[SourceError]]:
    """Convert each line that is not blank, and keep what is wrong with the others."""
    rows: list[T] = []
    problems: list[SourceError] = []
    for number, line in enumerate(read_text(path).split("\n"), start=1):
        if line.strip():
            try:
                rows.append(convert(f"{path}:{number}", line.split()))
            except SourceError as problem:
                problems.append(problem)
    return rows, problems


def _word(text: str) -> str:
    """White space separates columns, so none may stand inside one."""
    return "_".join(text.split())
