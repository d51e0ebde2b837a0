"""BEIR folders: `corpus.jsonl`, `queries.jsonl` and `qrels/SPLIT.tsv`.

Source: Thakur et al. 2021, "BEIR: A Heterogeneous Benchmark for Zero-shot Evaluation of Information Retrieval Models".
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from eval.formats.dataset import Dataset, ReadOptions
from eval.formats.fields import text_of
from eval.formats.judged import judged_questions
from eval.formats.majority import language_among, majority_language
from eval.formats.trec import Judgement
from eval.lines import attempt_records, read_text
from index.errors import SourceError
from index.models import Article, Language
from index.reading.normalise import normalise, one_line
from index.reading.titles import derive_title

CORPUS, QUERIES, QRELS = "corpus.jsonl", "queries.jsonl", "qrels"
OWN_FIELDS = "fundstelle"
"""Under this key of a query's `metadata` our writer keeps what BEIR has no place for (answers, spans, tags)."""

_COLUMNS = 3


def read_beir(folder: Path, options: ReadOptions) -> Dataset:
    """Read a BEIR folder; packed files (`corpus.jsonl.gz`) are read too.

    Raises:
        SourceError: a file of it is missing, or the split is not there.
    """
    rows, problems = attempt_records(_file(folder, CORPUS), _text_row)
    language = majority_language(text for _, _, text in rows)
    articles = [_article(identifier, title, text, language) for identifier, title, text in rows]
    queries, bad = attempt_records(_file(folder, QUERIES), _query_row)
    questions = {identifier: (place, fields) for place, identifier, fields in queries}
    split = _split(folder, options.split)
    judgements, wrong = _read_judgements(split)
    asked_in = options.language or majority_language(fields["question"] for _, fields in questions.values())
    kept, refused, notes = judged_questions(questions, judgements, asked_in)
    told = [f"{folder}: judgements of {split.stem}; taken as {asked_in} questions about {language} articles."]
    return Dataset(kept, articles, [*problems, *bad, *wrong, *refused], told + [f"{folder}: {note}" for note in notes])


def _text_row(place: str, row: dict[str, Any]) -> tuple[str, str, str]:
    title = row.get("title") or ""
    text = normalise(str(row.get("text") or "")) or normalise(str(title))
    if not text:
        raise SourceError(place, "the fields 'text' and 'title' are both empty", "Remove the line, or fill it.")
    return text_of(place, row, "_id"), one_line(str(title)), text


def _article(identifier: str, title: str, text: str, others: Language) -> Article:
    language = language_among(text, others)
    return Article(id=one_line(identifier), title=title or derive_title(text), text=text, language=language)


def _query_row(place: str, row: dict[str, Any]) -> tuple[str, str, dict[str, Any]]:
    metadata = row.get("metadata")
    own = metadata.get(OWN_FIELDS) if isinstance(metadata, dict) else None
    fields = dict(own) if isinstance(own, dict) else {}
    return place, text_of(place, row, "_id"), fields | {"question": one_line(text_of(place, row, "text"))}


def _file(folder: Path, name: str) -> Path:
    for path in (folder / name, folder / f"{name}.gz"):
        if path.is_file():
            return path
    raise SourceError(str(folder), f"{name} is missing", f"A BEIR folder holds {CORPUS}, {QUERIES} and {QRELS}/.")


def _split(folder: Path, wanted: str | None) -> Path:
    """The file with the judgements."""
    splits = {path.stem: path for path in sorted((folder / QRELS).glob("*.tsv"))}
    if not splits:
        raise SourceError(str(folder), f"{QRELS}/ holds no .tsv file", "Add judgements, for example qrels/test.tsv.")
    name = wanted or ("test" if "test" in splits else next(iter(splits)))
    if name not in splits:
        raise SourceError(str(folder), f"there is no split {name!r}", f"Choose one of: {', '.join(splits)}.")
    return splits[name]


def _read_judgements(path: Path) -> tuple[list[Judgement], list[SourceError]]:
    """Read `query-id<TAB>corpus-id<TAB>score`; the first line is a heading when its score is no number."""
    found: list[Judgement] = []
    problems: list[SourceError] = []
    for number, line in enumerate(read_text(path).split("\n"), start=1):
        parts = line.rstrip("\r").split("\t")
        if not line.strip():
            continue
        try:
            found.append(_judgement(f"{path}:{number}", parts))
        except SourceError as problem:
            if number > 1:
                problems.append(problem)
    return found, problems


def _judgement(place: str, parts: list[str]) -> Judgement:
    if len(parts) != _COLUMNS or not parts[2].strip().lstrip("-").isdigit():
        raise SourceError(place, f"not three columns with a grade: {parts}", "Write QUESTION<TAB>ARTICLE<TAB>GRADE.")
    return Judgement(parts[0].strip(), one_line(parts[1]), int(parts[2]))
