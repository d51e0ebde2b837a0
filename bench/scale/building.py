"""`python -m bench.scale.building DATA ARTICLES`: build an archive, and keep beside it what each step took."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench.scale.memory import memory
from index.build import build_index
from index.embedding import default_embedder
from index.progress import Advance
from rag.cli.progress import bars

RECORD = "scale-build.json"


def build(data: Path, articles: Path) -> None:
    """Build and measure; a build that changes nothing leaves the measurements of the one before."""
    steps: dict[str, Any] = {}

    @contextmanager
    def measured(step: str, total: int, unit: str) -> Iterator[Advance]:
        wall, processor = time.perf_counter(), time.process_time()
        with bars(step, total, unit) as advance:
            yield advance
        steps[step] = {
            "total": total,
            "seconds": time.perf_counter() - wall,
            "cpu": time.process_time() - processor,
            "peak": memory().peak,
        }

    report = build_index(data, [articles], default_embedder(), only=True, progress=measured)
    if report.switched:
        record = {
            "articles": report.articles,
            "passages": report.passages,
            "embedded": report.embedded,
            "seconds": report.seconds,
            "steps": steps,
        }
        (data / RECORD).write_text(json.dumps(record), encoding="utf-8")


if __name__ == "__main__":
    build(Path(sys.argv[1]), Path(sys.argv[2]))
