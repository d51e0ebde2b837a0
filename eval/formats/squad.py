"""SQuAD 1.1 and 2.0 JSON, and what keeps to it: XQuAD, MLQA.

Sources: Rajpurkar et al. 2016 and 2018 (SQuAD), Artetxe et al. 2020 (XQuAD), Lewis et al. 2020 (MLQA).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from eval.formats.answers import answers_of
from eval.formats.dataset import Dataset, ReadOptions
from eval.formats.fields import list_of, read_json, text_of
from eval.formats.passage_set import PassageSet
from eval.formats.stem import stem_of
from index.errors import SourceError


def read_squad(path: Path, options: ReadOptions) -> Dataset:
    """Read a SQuAD file: each context becomes an article, each answer an exact span of it.

    A question is unanswerable when `is_impossible` says so or it has no answers; its context is then in `about`.

    Raises:
        SourceError: the file is no SQuAD JSON at all.
    """
    gathered = PassageSet(stem_of(path))
    for number, article in enumerate(list_of(str(path), read_json(path), "data")):
        place = f"{path}: data[{number}]"
        try:
            paragraphs = list_of(place, article, "paragraphs")
            title = article.get("title")
        except SourceError as problem:
            gathered.problems.append(problem)
            continue
        for index, paragraph in enumerate(paragraphs):
            _read_paragraph(gathered, f"{place}.paragraphs[{index}]", paragraph, title)
    return gathered.dataset(options.language, path)


def _read_paragraph(gathered: PassageSet, place: str, paragraph: Any, title: Any) -> None:
    """Add a context and its questions; what is wrong with one of them leaves the others alone."""
    try:
        context = text_of(place, paragraph, "context")
        gathered.add_passage(place, context, str(title).replace("_", " ") if title else None)
        questions = list_of(place, paragraph, "qas")
    except SourceError as problem:
        gathered.problems.append(problem)
        return
    for number, question in enumerate(questions):
        try:
            _read_question(gathered, f"{place}.qas[{number}]", question, context)
        except SourceError as problem:
            gathered.problems.append(problem)


def _read_question(gathered: PassageSet, place: str, question: Any, context: str) -> None:
    identifier, text = text_of(place, question, "id"), text_of(place, question, "question")
    impossible = bool(question.get("is_impossible"))
    gathered.ask(place, identifier, text, context, [] if impossible else answers_of(place, question))
