"""Question sets of others: their passages become a throw-away archive, which is asked their questions."""

from __future__ import annotations

import hashlib
import logging
import random
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from eval.formats.dataset import Dataset, Rankings, ReadOptions
from eval.formats.read import read_any
from eval.formats.stem import stem_of
from eval.gold_set import GoldQuestion
from eval.lines import read_bytes
from eval.runs.source import Source
from eval.throwaway import throwaway_archive
from index.embedding import default_embedder
from index.errors import SourceError, UsageError
from index.models import Language
from index.progress import Progress
from rag import Fundstelle

T = TypeVar("T")

log = logging.getLogger(__name__)


@contextmanager
def opened_external(
    paths: Sequence[Path], progress: Progress, *, language: Language | None = None, limit: int | None = None
) -> Iterator[Source]:
    """Read question sets with their passages, index the passages of all of them, and open the archive.

    Args:
        paths: files and folders in any format of `eval.formats` that brings its passages.
        progress: told about the indexing.
        language: of the questions; None detects it.
        limit: how many of the questions to ask; the archive holds the passages of all.

    Raises:
        SourceError: a file cannot be read.
        UsageError: a file brings no passages, or there is no question at all.
    """
    data = read_sets(paths, ReadOptions(language=language))
    for told in data.notes:
        log.info(told)
    name = "+".join(stem_of(path) for path in paths)
    folder = throwaway_archive(name, data.articles, default_embedder(), progress)
    with Fundstelle.open(folder) as archive:
        gold = sample(data.questions, limit)
        yield Source(archive, gold, name, hash_of(paths), data.problems, folder)


def read_sets(paths: Sequence[Path], options: ReadOptions) -> Dataset:
    """Read several sets into one.

    Raises:
        SourceError: a file cannot be read.
        UsageError: a file brings no passages, or there is no question at all.
    """
    whole = Dataset([])
    for path in paths:
        source, data = read_any(path, None, options)
        if isinstance(data, Rankings) or not data.articles:
            remedy = "Ask the archive that its questions are about: fundstelle eval FILE --data DIR."
            raise UsageError(f"{path}: the format {source} brings no passages to search in.", remedy)
        _add(whole, data)
        whole.problems.extend(data.problems)
        whole.notes.extend(data.notes)
    if not whole.questions:
        raise UsageError(f"{', '.join(map(str, paths))}: there is no question to ask.", "Add a file with questions.")
    return _without_repeated_ids(whole)


def sample(items: Sequence[T], limit: int | None) -> list[T]:
    """Draw some of the items, always the same ones, in their order; None takes all.

    Raises:
        UsageError: the limit leaves nothing.
    """
    if limit is not None and limit < 1:
        raise UsageError(f"--limit {limit} asks nothing.", "Use --limit 20, for example.")
    if limit is None or limit >= len(items):
        return list(items)
    return [items[number] for number in sorted(random.Random(0).sample(range(len(items)), limit))]


def hash_of(paths: Sequence[Path]) -> str:
    """SHA-256 over the content of files, and of the files in folders, in hexadecimal digits."""
    digest = hashlib.sha256()
    for path in paths:
        files = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
        for file in files:
            digest.update(hashlib.sha256(read_bytes(file)).digest())
    return digest.hexdigest()


def _add(whole: Dataset, data: Dataset) -> None:
    """Add articles and questions; a passage that is there already, under another id, is the same article."""
    ids = {article.text: article.id for article in whole.articles}
    same = {article.id: ids.setdefault(article.text, article.id) for article in data.articles}
    whole.articles.extend(article for article in data.articles if same[article.id] == article.id)
    whole.questions.extend(_renamed(question, same) for question in data.questions)


def _renamed(question: GoldQuestion, same: Mapping[str, str]) -> GoldQuestion:
    """The question with its articles under the ids that stayed."""
    if all(same[article_id] == article_id for article_id in question.named_articles):
        return question
    return question.model_copy(
        update={
            "articles": tuple(dict.fromkeys(same[i] for i in question.articles)),
            "about": tuple(dict.fromkeys(same[i] for i in question.about)),
            "spans": tuple(span.model_copy(update={"article_id": same[span.article_id]}) for span in question.spans),
            "relevance": {same[i]: grade for i, grade in question.relevance.items()},
        }
    )


def _without_repeated_ids(data: Dataset) -> Dataset:
    """Leave out questions whose id an earlier file has used."""
    questions = {question.id: question for question in reversed(data.questions)}
    if len(questions) < len(data.questions):
        repeated = len(data.questions) - len(questions)
        problem = SourceError("the files together", f"{repeated} ids are used twice", "Give each file ids of its own.")
        data.problems.append(problem)
    return Dataset(list(reversed(questions.values())), data.articles, data.problems, data.notes)
