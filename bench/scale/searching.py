"""`python -m bench.scale.searching`: search an archive in a process of its own, and print what it took as JSON."""

from __future__ import annotations

import itertools
import json
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.archive import opened
from bench.scale.alternative import alternative, where
from bench.scale.memory import memory
from bench.scale.questions import SCENARIOS, questions
from index.embedding import default_embedder
from index.embedding.interface import embed_question
from index.models import Language
from rag import Fundstelle

K = 10
Asked = Sequence[tuple[str, Language]]
Search = Callable[[str, Mapping[str, Any]], object]


def measure(search: Search, filters: Mapping[str, Any], asked: Asked) -> dict[str, Any]:
    """Milliseconds of each search by the language of its question, and of processor time on average."""
    walls: dict[Language, list[float]] = {"de": [], "en": []}
    processor = time.process_time()
    for text, language in asked:
        started = time.perf_counter()
        search(text, filters)
        walls[language].append(1000 * (time.perf_counter() - started))
    return {"ms": walls, "cpu": 1000 * (time.process_time() - processor) / len(asked)}


def measure_ours(data: Path, batches: Sequence[Asked]) -> dict[str, Any]:
    """Open the archive, search it in every scenario."""
    before, started = memory(), time.perf_counter()
    with Fundstelle.open(data) as archive:
        opened = time.perf_counter() - started

        def search(text: str, filters: Mapping[str, Any]) -> object:
            return archive.search(text, K, **filters)

        started = time.perf_counter()
        search(batches[0][0][0], {})
        first = time.perf_counter() - started
        measure(search, {}, batches[0])
        after_opening = memory()
        found = [measure(search, s.filters, batch) for s, batch in zip(SCENARIOS, batches[1:], strict=True)]
        return {
            "opening": opened,
            "first": first,
            "memory": {"before": before, "warm": after_opening, "after": memory()},
            "scenarios": found,
        }


def measure_chroma(data: Path, folder: Path, batches: Sequence[Asked]) -> dict[str, Any]:
    """The same questions with the same filters through Chroma alone: the nearest passages, no keywords, no texts."""
    embedder = default_embedder()
    with opened(data) as generation:
        collection = alternative(folder, generation)

    def search(text: str, filters: Mapping[str, Any]) -> object:
        vector = embed_question(embedder, text)
        return collection.query(query_embeddings=vector, n_results=K, where=where(filters), include=["distances"])

    measure(search, {}, batches[0])
    found = [measure(search, s.filters, batch) for s, batch in zip(SCENARIOS, batches[1:], strict=True)]
    return {"scenarios": found, "memory": {"after": memory()}}


def main() -> None:
    """Arguments: the data folder, the articles, questions a scenario, and the alternative's folder to measure that."""
    data, articles, count = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    # The first batch is not counted: by its end models are loaded, and the files are in memory.
    batches = list(itertools.islice(questions(articles, count), len(SCENARIOS) + 1))
    result = measure_chroma(data, Path(sys.argv[4]), batches) if len(sys.argv) > 4 else measure_ours(data, batches)
    sys.stdout.write(json.dumps(result) + "\n")


if __name__ == "__main__":
    main()
