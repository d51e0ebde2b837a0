"""JSON Lines of passages with questions, as data sets are exchanged: one row a question, a passage or a pair."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from eval.formats.answers import answers_of
from eval.formats.dataset import Dataset, ReadOptions
from eval.formats.fields import list_of, text_of
from eval.formats.pairs import Pairs
from eval.formats.passage_set import PassageSet
from eval.formats.stem import stem_of
from eval.lines import attempt_records
from index.errors import SourceError

PASSAGE_FIELDS = ("context", "passage")
QUESTION_FIELDS = ("question", "query")


def read_passages(path: Path, options: ReadOptions) -> Dataset:
    """Read rows of four shapes, mixed at will.

    `{"context", "question", "answers"}` asks one question, `{"context", "qas": [...]}` several; `{"context"}` alone is
    a passage more to search in; `{"query", "passage", "label"}` judges a pair, label 1 for relevant.

    Raises:
        SourceError: the file cannot be read.
    """
    gathered, pairs = PassageSet(stem_of(path)), Pairs()

    def convert(place: str, row: dict[str, Any]) -> None:
        _read_row(gathered, pairs, place, row)

    _, errors = attempt_records(path, convert)
    gathered.problems.extend(errors)
    pairs.ask(gathered)
    dataset = gathered.dataset(options.language, path)
    return Dataset(dataset.questions, dataset.articles, dataset.problems, dataset.notes + pairs.notes(path))


def _read_row(gathered: PassageSet, pairs: Pairs, place: str, row: dict[str, Any]) -> None:
    """Add what a row tells; a row with several questions loses only the bad ones."""
    name = next((name for name in PASSAGE_FIELDS if name in row), PASSAGE_FIELDS[0])
    passage = text_of(place, row, name)
    article_id = gathered.add_passage(place, passage, row.get("title"))
    asking = next((name for name in QUESTION_FIELDS if name in row), None)
    if "label" in row and asking:
        pairs.add(place, text_of(place, row, asking), article_id, row["label"])
    elif asking:
        _ask(gathered, place, row, asking, passage, str(row.get("id") or _line(place)))
    elif "qas" in row:
        for number, question in enumerate(list_of(place, row, "qas")):
            inner = f"{place}: qas[{number}]"
            try:
                _ask(gathered, inner, question, "question", passage, text_of(inner, question, "id"))
            except SourceError as problem:
                gathered.problems.append(problem)


def _ask(gathered: PassageSet, place: str, row: dict[str, Any], name: str, passage: str, identifier: str) -> None:
    question = text_of(place, row, name)
    gathered.ask(place, identifier, question, passage, answers_of(place, row))


def _line(place: str) -> str:
    """The number of the row, for questions without an id."""
    return f"q{place.rsplit(':', maxsplit=1)[-1]}"
