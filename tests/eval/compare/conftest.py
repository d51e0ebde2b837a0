"""Two runs of the tiny archive: a perfect one, and one with a fault."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from eval.gold_set import GoldQuestion
from eval.runs.rescore import Outcome
from eval.runs.settings import Settings
from eval.runs.source import Source
from eval.runs.start import start
from eval.tables.files import write_report

if TYPE_CHECKING:
    from tests.eval.conftest import TinyArchive

MakeRun = Callable[..., Path]


@pytest.fixture
def many(perfect: TinyArchive, gold: list[GoldQuestion]) -> list[GoldQuestion]:
    """Each question twelve times, so that a difference can be significant."""
    return [q.model_copy(update={"id": f"{q.id}{n}"}) for n in range(12) for q in gold]


@pytest.fixture
def make_run(perfect: TinyArchive, many: list[GoldQuestion], tmp_path: Path) -> MakeRun:
    """Runs the questions and gives the folder."""

    def make(name: str, questions: list[GoldQuestion] | None = None) -> Path:
        folder = tmp_path / name
        source = Source(perfect, questions or many, "gold.jsonl", "f" * 64)
        outcome: Outcome = start(source, Settings(now="2024-05-01"), folder)
        write_report(outcome.report, outcome.info, folder)
        return folder

    return make
