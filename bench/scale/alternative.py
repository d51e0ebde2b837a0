"""The same filters as Chroma's own `where`: one collection with metadata, as applications without us have it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np

from index.columns import LANGUAGES
from index.dates import first_day, last_day
from index.generation import Generation

if TYPE_CHECKING:
    from chromadb import Collection, Where

NAME = "alternative"
BATCH = 5000


def alternative(folder: Path, generation: Generation) -> Collection:
    """The collection, built unless it is there: Chroma's defaults, cosines, three fields of metadata a passage."""
    import chromadb
    from chromadb.config import Settings

    folder.mkdir(parents=True, exist_ok=True)
    client = chromadb.PersistentClient(str(folder), settings=Settings(anonymized_telemetry=False))
    collection = client.get_or_create_collection(
        NAME, embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
    )
    if collection.count() != len(generation.columns):
        client.delete_collection(NAME)
        collection = client.create_collection(
            NAME, embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
        )
        _fill(collection, generation)
    return collection


def _fill(collection: Collection, generation: Generation) -> None:
    columns, rows = generation.columns, np.arange(len(generation.columns))
    days, codes = columns.days(rows)[0], columns.languages()
    articles = list(generation.archive.articles())
    outlets = [articles[number].source or "" for number in columns.article_numbers(rows).tolist()]
    for start in range(0, len(rows), BATCH):
        batch = range(start, min(start + BATCH, len(rows)))
        collection.add(
            ids=[str(row) for row in batch],
            embeddings=np.asarray(generation.vectors.matrix[batch.start : batch.stop]),
            metadatas=[
                {"day": int(days[row]), "language": LANGUAGES[codes[row]], "source": outlets[row]} for row in batch
            ],
        )


def where(filters: Mapping[str, object]) -> Where | None:
    """Our filters in Chroma's words; None for none."""
    parts: list[dict[str, object]] = []
    if filters.get("date_from"):
        parts.append({"day": {"$gte": first_day(str(filters["date_from"]))}})
    if filters.get("date_to"):
        parts.append({"day": {"$lte": last_day(str(filters["date_to"]))}})
    for name, field in (("languages", "language"), ("sources", "source")):
        values = filters.get(name)
        if isinstance(values, Sequence) and values:
            parts.append({field: {"$in": list(values)}})
    return cast("Where | None", {"$and": parts} if len(parts) > 1 else parts[0] if parts else None)
