"""What all training steps share: where their files lie, how they are called, how they log.

Every step reads what the one before wrote, writes its own file last and in one move, and is skipped by nobody: run it
again and it makes the same file again (seeds are fixed). The long steps save checkpoints and go on from the last one.
"""

from __future__ import annotations

import argparse
import json
import logging
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np

SEED = 20261121
LOGS = Path(__file__).resolve().parent / "logs"


@dataclass(frozen=True)
class Workspace:
    """Where training reads and writes.

    Attributes:
        data: folder with the data sets (`parallel/`, `qa/`, `nli/`), never written.
        work: folder for everything made on the way; safe to delete, nothing in it is committed.
    """

    data: Path
    work: Path

    def file(self, name: str) -> Path:
        """The path of a file another step must have made.

        Raises:
            SystemExit: it is missing; the message names the step that makes it.
        """
        path = self.work / name
        if not path.exists():
            maker = "reader" if name.startswith("reader.") else _MAKERS[name]
            raise SystemExit(f"{path} is missing. Run: python -m train.{maker}")
        return path


_MAKERS = {
    "pairs.tsv": "pairs",
    "tokenizer.json": "vocabulary",
    "static.npy": "static",
    "student": "initialise",
    "lessons.en.npz": "lessons",
    "lessons.de.npz": "lessons",
    "lessons.teacher.npy": "lessons",
    "embedder": "distil",
    "questions.jsonl": "questions",
    "support.jsonl": "support.pairs",
    "support.check.jsonl": "support.pairs",
}


def parser_of(description: str | None) -> argparse.ArgumentParser:
    """A parser with the options that every step has."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), metavar="DIR", help="the data sets")
    parser.add_argument("--work", type=Path, default=Path(".training"), metavar="DIR", help="where steps keep files")
    return parser


def open_workspace(options: argparse.Namespace) -> Workspace:
    """Prepare logging, seeds and the work folder for a step."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    random.seed(SEED)
    np.random.seed(SEED)
    options.work.mkdir(parents=True, exist_ok=True)
    return Workspace(options.data, options.work)


@contextmanager
def written(path: Path) -> Iterator[Path]:
    """A scratch path that becomes `path` when the block ends well: a killed step leaves no half file behind."""
    scratch = path.with_name(f".{path.name}.part")
    yield scratch
    scratch.replace(path)


class RunLog:
    """One JSON line a report, kept with the project, so that a run can be compared with the last one."""

    def __init__(self, name: str, *, resume: bool = False) -> None:
        """Open `train/logs/NAME.jsonl`, emptied unless a run goes on."""
        LOGS.mkdir(exist_ok=True)
        self._path = LOGS / f"{name}.jsonl"
        self._start = time.monotonic()
        if not resume:
            self._path.write_text("", encoding="utf-8")

    def write(self, **values: object) -> None:
        """Append the values, with the seconds since this process opened the log."""
        line = {"seconds": round(time.monotonic() - self._start, 1), **values}
        logging.getLogger("train").info("%s", " ".join(f"{key}={value}" for key, value in line.items()))
        with self._path.open("a", encoding="utf-8") as log:
            log.write(json.dumps(line) + "\n")
