"""Near-duplicates folded: of a passage that is printed in several articles, one is retrieved and names the others."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.columns import NO_DATE, Columns, Rows
from index.duplicates import ALONE
from index.generation import Generation
from index.store.archive import StoredPassage
from rag.retrieval.fusion import Scores

Places = NDArray[np.int64]

_NEVER = np.iinfo(np.int32).max


def fold(columns: Columns, rows: Rows, scores: Scores) -> Places:
    """Choose one passage of each cluster of copies: the best-scored, then the one published first.

    Only candidates are folded, so a filter that excludes one copy still finds another.

    Args:
        columns: of the generation.
        rows: the candidates, distinct.
        scores: theirs.

    Returns:
        Places in `rows` that are kept, in their order there.
    """
    days = columns.days(rows)[0]
    order = np.lexsort((rows, np.where(days == NO_DATE, _NEVER, days), -scores))
    clusters = columns.clusters(rows).astype(np.int64)
    groups = np.where(clusters == ALONE, -1 - rows, clusters)
    _, first = np.unique(groups[order], return_index=True)
    return np.sort(order[first])


def copies_of(generation: Generation, stored: Sequence[StoredPassage]) -> list[list[str]]:
    """The ids of the other articles that carry each passage, sorted.

    All of them, those that the question's filters exclude too: a filter chooses what is shown, not what is said of it.
    """
    columns = generation.columns
    clusters = columns.clusters(np.array([s.row for s in stored], dtype=np.int64)).tolist()
    copies = columns.copies(set(clusters))
    numbers = columns.article_numbers(copies).tolist()
    ids = generation.archive.ids_of(set(numbers))
    carriers: dict[int, set[str]] = {ALONE: set()}
    for cluster, number in zip(columns.clusters(copies).tolist(), numbers, strict=True):
        carriers.setdefault(cluster, set()).add(ids[number])
    return [sorted(carriers[cluster] - {s.article.id}) for cluster, s in zip(clusters, stored, strict=True)]
