"""MLQA dev (Lewis et al. 2020, CC BY-SA 3.0) as an archive: each passage an article, questions in both languages."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from bench.records import read_records
from index.models import Language

LANGUAGES: tuple[Language, ...] = ("de", "en")


@dataclass(frozen=True)
class Asked:
    """A question about one passage.

    Attributes:
        text: the question.
        asked: the language of the question.
        written: the language of the passage.
        article_id: the passage that answers.
        answers: acceptable answers, as they stand in the passage.
    """

    text: str
    asked: Language
    written: Language
    article_id: str
    answers: list[str]


Records = dict[Language, list[dict[str, object]]]


def load(folder: Path) -> Records:
    """Read `mlqa.dev.de.jsonl.gz` and `mlqa.dev.en.jsonl.gz`.

    Raises:
        OSError: a file is missing.
    """
    return {language: list(read_records(folder / f"mlqa.dev.{language}.jsonl.gz")) for language in LANGUAGES}


def write_articles(records: Records, path: Path) -> None:
    """Write every distinct passage as an article in the archive's JSONL form."""
    articles = {}
    for language, rows in records.items():
        for row in rows:
            identifier = article_id(language, str(row["context"]))
            text = row["context"]
            articles[identifier] = {"id": identifier, "title": row["title"], "text": text, "language": language}
    path.write_text("\n".join(json.dumps(a, ensure_ascii=False) for a in articles.values()), encoding="utf-8")


def article_id(language: Language, context: str) -> str:
    """The id of a passage: its language and 12 hex digits of its text's hash."""
    return f"{language}-{hashlib.sha256(context.encode()).hexdigest()[:12]}"


def parallel_questions(records: Records) -> list[Asked]:
    """The questions that exist in both languages, in all four directions, in a fixed order."""
    by_id = {language: {str(row["id"]): row for row in rows} for language, rows in records.items()}
    questions = []
    for identifier in sorted(by_id["de"].keys() & by_id["en"].keys()):
        for asked in LANGUAGES:
            for written in LANGUAGES:
                row = by_id[written][identifier]
                found = row["answers"]
                answers = [str(answer) for answer in found] if isinstance(found, list) else []
                text = str(by_id[asked][identifier]["question"])
                questions.append(Asked(text, asked, written, article_id(written, str(row["context"])), answers))
    return questions
