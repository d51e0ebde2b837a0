"""Our own gold files, with spans or with quotes as evidence."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from eval.anchor import anchor
from eval.formats.dataset import Dataset, ReadOptions
from eval.gold_set import GoldQuestion, attempt_gold, to_question
from eval.lines import attempt_records

_ALWAYS = ("id", "question", "language", "answers", "articles", "answerable")


def read_gold(path: Path, options: ReadOptions) -> Dataset:
    """Read a gold file.

    Raises:
        SourceError: the file cannot be read, or holds nothing.
    """
    del options
    numbered, problems = attempt_gold(path)
    return Dataset([question for _, question in numbered], problems=problems)


def read_evidence(path: Path, options: ReadOptions) -> Dataset:
    """Read gold lines with `"evidence": [{"article_id", "quote"}]` in place of spans; see `eval.anchor`.

    Raises:
        SourceError: the file cannot be read, or there is no archive to find the quotes in.
    """
    archive = options.archive()

    def convert(place: str, line: dict[str, Any]) -> GoldQuestion:
        return to_question(place, anchor(place, line, lambda article_id: archive.article(article_id).text))

    questions, problems = attempt_records(path, convert)
    return Dataset(questions, problems=problems)


def gold_lines(questions: Iterable[GoldQuestion]) -> Iterator[str]:
    """Write questions as gold lines; optional fields are left out where they say nothing."""
    return (json.dumps(gold_record(question), ensure_ascii=False) for question in questions)


def gold_record(question: GoldQuestion) -> dict[str, Any]:
    """A question as the JSON object of its line."""
    fields = question.model_dump(mode="json", exclude_defaults=True)
    required = question.model_dump(mode="json", include=set(_ALWAYS))
    return {name: required[name] for name in _ALWAYS} | {n: v for n, v in fields.items() if n not in _ALWAYS}
