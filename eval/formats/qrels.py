"""TREC judgements joined with the questions that they are about."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from eval.formats.dataset import Dataset, ReadOptions
from eval.formats.fields import text_of
from eval.formats.judged import judged_questions
from eval.formats.majority import majority_language
from eval.formats.trec import read_qrels
from eval.lines import attempt_records, read_text
from index.errors import SourceError, UsageError
from index.reading.normalise import one_line

Questions = dict[str, tuple[str, dict[str, Any]]]


def read_judgements(path: Path, options: ReadOptions) -> Dataset:
    """Read a qrels file and the file with its questions: `ID<TAB>QUESTION` lines, or JSON Lines.

    Raises:
        SourceError: a file cannot be read.
        UsageError: no file with the questions was named.
    """
    if options.queries is None:
        message = f"{path}: judgements name questions by their ids only."
        raise UsageError(message, "Name the file with the questions: --queries FILE.")
    judgements, problems = read_qrels(path)
    questions, bad = _read_questions(options.queries)
    language = options.language or majority_language(fields["question"] for _, fields in questions.values())
    kept, refused, notes = judged_questions(questions, judgements, language)
    told = [f"{options.queries}: taken as {language} questions.", *(f"{path}: {note}" for note in notes)]
    return Dataset(kept, problems=[*problems, *bad, *refused], notes=told)


def _read_questions(path: Path) -> tuple[Questions, list[SourceError]]:
    """The questions by id, each with its place."""
    rows = _read_objects(path) if read_text(path).lstrip().startswith("{") else _read_tabbed(path)
    return {identifier: (place, {"question": one_line(text)}) for place, identifier, text in rows[0]}, rows[1]


def _read_objects(path: Path) -> tuple[list[tuple[str, str, str]], list[SourceError]]:
    def convert(place: str, row: dict[str, Any]) -> tuple[str, str, str]:
        identifier = "_id" if "_id" in row else "id"
        return place, text_of(place, row, identifier), text_of(place, row, "text" if "text" in row else "question")

    return attempt_records(path, convert)


def _read_tabbed(path: Path) -> tuple[list[tuple[str, str, str]], list[SourceError]]:
    rows: list[tuple[str, str, str]] = []
    problems: list[SourceError] = []
    for number, line in enumerate(read_text(path).split("\n"), start=1):
        identifier, tab, text = line.strip().partition("\t")
        if tab:
            rows.append((f"{path}:{number}", identifier, text))
        elif line.strip():
            problems.append(SourceError(f"{path}:{number}", "there is no tab", "Write ID<TAB>QUESTION in each line."))
    return rows, problems
