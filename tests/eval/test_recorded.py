from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from eval.gold_set import GoldQuestion
from eval.recorded import reading_comprehension, record_figures
from eval.runs.record import QuestionRecord
from eval.runs.settings import Settings
from eval.runs.source import Source
from eval.runs.start import start
from rag.models import Answer

if TYPE_CHECKING:
    from tests.eval.conftest import TinyArchive


def record(gold: GoldQuestion, answer: Answer | None, **scores: float) -> QuestionRecord:
    return QuestionRecord(id=gold.id, direction=None, question=gold.question, expected=gold, answer=answer, results=[],
                          failures=[], search_ms=1, ask_ms=1, scores=scores)  # fmt: skip


def test_the_figures_of_reading_comprehension_by_hand(
    gold: list[GoldQuestion], answer: Callable[..., Answer], refuse: Callable[..., Answer], cite: Callable[..., object]
) -> None:
    some = answer("?", cite("gipfel", "Es dauerte fünf Stunden."))
    records = [
        record(gold[0], some, F1=0.5, EM=0.0, evidence_hit=1.0, answer_accuracy=1.0),
        record(gold[1], refuse("?"), F1=0.0, EM=0.0, evidence_hit=0.0, answer_accuracy=0.0),
        record(gold[4], refuse("?")),
        record(gold[5], some),
    ]
    values = {str(row[2]): (row[1], row[3]) for row in reading_comprehension(records).rows}
    assert values["F1 of the marked words"] == (2, 0.25)
    assert values["EM of the marked words"] == (2, 0.0)
    assert values["sentence of the answer cited"] == (2, 0.5)
    assert values["answer inside a quote"] == (2, 0.5)
    assert values["refused"] == (2, 0.5)
    assert values["precision of the refusals"] == (4, 0.5)
    assert values["F1 of the refusals"] == (4, 0.5)
    assert values["F1, a right refusal counting 1"] == (4, 0.375)


def test_what_is_kept_holds_figures_and_the_command_but_no_text(
    perfect: TinyArchive, gold: list[GoldQuestion], tmp_path: Path
) -> None:
    report, info, _ = start(Source(perfect, gold, "m2qa.de", "0" * 64), Settings(now="2024-05-01"), None)
    args = argparse.Namespace(record=tmp_path, squad=[Path("/data/secret/m2qa.de.jsonl.gz")], limit=6, gold=None)
    target = record_figures(report, info, args)
    assert target == tmp_path / "m2qa.de"
    assert sorted(path.name for path in target.iterdir()) == ["metrics.json", "summary.md"]
    summary = (target / "summary.md").read_text(encoding="utf-8")
    assert "`fundstelle eval --squad m2qa.de.jsonl.gz --limit 6`" in summary
    assert "## Reading comprehension" in summary
    written = summary + (target / "metrics.json").read_text(encoding="utf-8")
    assert "secret" not in written
    for question in gold:
        assert question.question not in written
    assert json.loads((target / "metrics.json").read_text())["questions"] == len(gold)
