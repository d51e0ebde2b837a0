"""Gold questions from a spreadsheet, saved as CSV by whatever program in whatever country.

The separator may be a comma, a semicolon or a tab, the encoding UTF-8 (with or without a byte order mark), UTF-16 or a
Windows one, the headings German or English. Several answers, quotes, articles or tags stand in one cell, separated
by "|". Quotes are looked up in the archive and become spans.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from eval.formats.dataset import Dataset, ReadOptions
from eval.formats.sheet_columns import Column, column_of, known
from eval.formats.sheet_row import SheetReader
from eval.gold_set import GoldQuestion
from eval.lines import read_bytes
from index.errors import SourceError
from index.reading.encoding import decode

_SEPARATORS = (",", ";", "\t")


def read_sheet(path: Path, options: ReadOptions) -> Dataset:
    """Read a CSV file; its first line names the columns, and only the question is required.

    Raises:
        SourceError: the file cannot be read, has no rows, or no column for the question.
    """
    text = decode(read_bytes(path), str(path))
    separator = _separator(text)
    rows = _rows(path, text, separator)
    headings = next(rows, (1, []))[1]
    columns = _columns(path, headings)
    reader = SheetReader(options)
    questions: list[GoldQuestion] = []
    problems: list[SourceError] = []
    ids: set[str] = set()
    for line, cells in rows:
        place = f"{path}:{line}"
        try:
            values = {column: cells[number].strip() for number, column in columns.items() if number < len(cells)}
            _require_fit(place, cells, headings)
            question = reader.question(place, f"r{line}", values)
            if question.id in ids:
                raise SourceError(place, f"the id {question.id!r} is used twice", "Give every question its own id.")
            ids.add(question.id)
            questions.append(question)
        except SourceError as problem:
            problems.append(problem)
    if not questions and not problems:
        raise SourceError(str(path), "it holds no question", "Write one question in each line below the headings.")
    return Dataset(questions, problems=problems, notes=_notes(path, separator, headings))


def _separator(text: str) -> str:
    """The separator under which most headings are known; a tie goes to the one that makes more columns."""
    first = next(iter(text.lstrip().split("\n")), "")
    split = {separator: next(csv.reader([first], delimiter=separator), []) for separator in _SEPARATORS}
    return max(_SEPARATORS, key=lambda separator: (known(split[separator]), len(split[separator])))


def _rows(path: Path, text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """The rows that are not blank, each with the line it begins in: a cell may hold line breaks.

    Raises:
        SourceError: a cell is broken, for example longer than any cell may be.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    begins = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield begins, cells
            begins = reader.line_num + 1
    except csv.Error as error:
        raise SourceError(
            f"{path}:{begins}", f"the row cannot be read ({error})", "Check its quotation marks."
        ) from error


def _columns(path: Path, headings: list[str]) -> dict[int, Column]:
    """Which column stands where.

    Raises:
        SourceError: no column holds the question, or two the same thing.
    """
    columns: dict[int, Column] = {}
    for number, heading in enumerate(headings):
        column = column_of(heading)
        if column in columns.values():
            raise SourceError(f"{path}:1", f"two columns hold the {column}", f"Rename or remove {heading!r}.")
        if column is not None:
            columns[number] = column
    if "question" not in columns.values():
        found = ", ".join(repr(heading) for heading in headings) or "none"
        remedy = "Name the columns in the first line: id, question, answers, article, quote (Nr, Frage, Antworten, "
        raise SourceError(f"{path}:1", f"no column holds the question; found: {found}", remedy + "Artikel, Beleg).")
    return columns


def _require_fit(place: str, cells: list[str], headings: list[str]) -> None:
    """See to it that a separator inside a cell has not torn it."""
    extra = [cell for cell in cells[len(headings) :] if cell.strip()]
    if extra:
        reason = f"{len(cells)} cells under {len(headings)} headings ({extra[0]!r} is too much)"
        raise SourceError(place, reason, "Put a cell that holds the separator into quotation marks.")


def _notes(path: Path, separator: str, headings: list[str]) -> list[str]:
    names = {",": "commas", ";": "semicolons", "\t": "tabs"}
    notes = [f"{path}: columns separated by {names[separator]}."]
    unused = [heading for heading in headings if heading.strip() and column_of(heading) is None]
    if unused:
        notes.append(f"{path}: not used: {', '.join(map(repr, unused))}.")
    return notes
