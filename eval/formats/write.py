"""One door to all writers."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from eval.formats.beir_writer import write_beir
from eval.formats.dataset import Dataset, Rankings
from eval.formats.gold import gold_lines
from eval.formats.judged import judgements_of
from eval.formats.stem import stem_of
from eval.formats.trec import qrels_lines, run_lines
from index.errors import UsageError
from index.models import Article

Target = Literal["gold", "beir", "qrels", "trec-run"]


def write_gold(data: Dataset, path: Path) -> list[Path]:
    """Write a gold file, and beside it the articles that came with the questions, ready for `fundstelle index`."""
    _write_lines(path, gold_lines(data.questions))
    if not data.articles:
        return [path]
    articles = path.with_name(f"{stem_of(path)}.articles.jsonl")
    _write_lines(articles, article_lines(data.articles))
    return [path, articles]


def write_qrels(data: Dataset, path: Path) -> list[Path]:
    """Write the relevant articles of the answerable questions as TREC judgements."""
    _write_lines(path, qrels_lines(judgements_of(data.questions)))
    return [path]


def write_run(data: Rankings, path: Path) -> list[Path]:
    """Write rankings as a TREC run named "fundstelle"."""
    _write_lines(path, run_lines(data.by_question, "fundstelle"))
    return [path]


def article_lines(articles: Iterable[Article]) -> Iterable[str]:
    """Write articles as the JSON Lines that `fundstelle index` reads."""
    for article in articles:
        fields = {"id": article.id, "title": article.title, "text": article.text, "language": article.language}
        yield json.dumps(fields | ({"source": article.source} if article.source else {}), ensure_ascii=False)


def write_any(data: Dataset | Rankings, target: Target, path: Path) -> list[Path]:
    """Write what was read.

    Returns:
        The files that were written.

    Raises:
        UsageError: questions were to become rankings or the reverse, or the format needs articles that are not there.
    """
    if isinstance(data, Rankings) != (target == "trec-run"):
        has, wants = ("rankings", "questions") if isinstance(data, Rankings) else ("questions", "rankings")
        remedy = "Rankings become trec-run; questions become gold, beir or qrels."
        raise UsageError(f"{target} holds {wants}, the input holds {has}.", remedy)
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(data, Rankings):
        return write_run(data, path)
    return _WRITERS[target](data, path)


_WRITERS: Mapping[str, Callable[[Dataset, Path], list[Path]]] = MappingProxyType(
    {"gold": write_gold, "beir": write_beir, "qrels": write_qrels}
)


def _write_lines(path: Path, lines: Iterable[str]) -> None:
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
