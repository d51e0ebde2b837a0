"""BEIR folders written, with what BEIR has no place for kept in the `metadata` of each query."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from eval.formats.beir import CORPUS, OWN_FIELDS, QRELS, QUERIES
from eval.formats.dataset import Dataset
from eval.formats.gold import gold_record
from eval.formats.judged import judgements_of
from index.errors import UsageError


def write_beir(data: Dataset, folder: Path) -> list[Path]:
    """Write a BEIR folder with one split, "test"; reading it again gives the same questions.

    Raises:
        UsageError: the texts of the articles are not known.
    """
    if not data.articles:
        remedy = "Name the archive that holds them: --data DIR."
        raise UsageError("a BEIR folder holds the articles, and the input has none.", remedy)
    (folder / QRELS).mkdir(parents=True, exist_ok=True)
    files = (folder / CORPUS, folder / QUERIES, folder / QRELS / "test.tsv")
    corpus = [{"_id": article.id, "title": article.title, "text": article.text} for article in data.articles]
    _write(files[0], (json.dumps(row, ensure_ascii=False) for row in corpus))
    _write(files[1], (json.dumps(_query(gold_record(q)), ensure_ascii=False) for q in data.questions))
    judged = ["\t".join(map(str, judgement)) for judgement in judgements_of(data.questions)]
    _write(files[2], ["query-id\tcorpus-id\tscore", *judged])
    return list(files)


def _query(line: dict[str, Any]) -> dict[str, Any]:
    own = {name: value for name, value in line.items() if name not in ("id", "question")}
    return {"_id": line["id"], "text": line["question"], "metadata": {OWN_FIELDS: own}}


def _write(path: Path, lines: Iterable[str]) -> None:
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
