from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from eval.compare.gate import read_gate
from eval.compare.thresholds import read_threshold
from eval.gold_set import GoldQuestion
from eval.runs.run import evaluate
from eval.tables.files import write_scores
from index.errors import UsageError
from rag.models import Answer, Citation

if TYPE_CHECKING:
    from tests.eval.conftest import TinyArchive

MakeRun = Callable[..., Path]


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("Recall@5=1", True),
        ("Recall@1=0.875", True),  # macro mean of 1, 1, 1 and .5
        ("Recall@1=0.876", False),
        ("en>de:Recall@1=0.5", True),
        ("en>de:Recall@1=0.51", False),
        ("de>de:answer_accuracy=1.0", True),
        ("refusal_precision=1", True),
        ("de:refusal_recall=1", True),
        ("refusal_f1=1.01", False),
        ("refusal_accuracy=1", True),
        ("unanswerable:refusal_accuracy=1", True),
        ("dated:EM=1", True),
        ("near_miss:EM=0", False),  # undefined: nothing is known, so nothing is reached
        ("ece=0.1", True),
        ("ece=0.05", False),  # answers are right with confidence 0.9
        ("brier=0.02", True),
        ("ask_p95=1000000", True),
        ("ask_p50=0", False),
        (" Recall@5 = 1 ", True),
    ],
)
def test_thresholds(perfect: TinyArchive, gold: list[GoldQuestion], text: str, passes: bool) -> None:
    verdict = read_gate([text], None).check(evaluate(perfect, gold))
    assert verdict.passed is passes
    assert len(verdict.lines()) == (0 if passes else 1)


def test_what_is_missed_is_said_in_words(perfect: TinyArchive, gold: list[GoldQuestion]) -> None:
    verdict = read_gate(["en>de:Recall@1=0.6", "ece=0.01", "RR=0.1"], None).check(evaluate(perfect, gold))
    assert verdict.below == [
        "en>de:Recall@1 is 0.5000; it must be at least 0.6.",
        "ece is 0.1000; it must be at most 0.01.",
    ]


@pytest.mark.parametrize("text", ["Recall@7=1", "Recall@5", "Recall@5=high", "=1", "de>de:ece=0.1", ""])
def test_a_wrong_threshold_is_refused_before_anything_is_asked(text: str) -> None:
    with pytest.raises(UsageError, match="--fail-under"):
        read_threshold(text)


def test_an_unknown_group_is_named(perfect: TinyArchive, gold: list[GoldQuestion]) -> None:
    with pytest.raises(UsageError, match=r"no group 'fr>de'.*de>de"):
        read_gate(["fr>de:Recall@5=1"], None).check(evaluate(perfect, gold))


@pytest.fixture
def baseline(perfect: TinyArchive, many: list[GoldQuestion], tmp_path: Path) -> Path:
    folder = tmp_path / "baseline"
    folder.mkdir()
    write_scores(evaluate(perfect, many), folder)
    return folder


def test_the_same_run_passes_its_own_baseline(baseline: Path, perfect: TinyArchive, many: list[GoldQuestion]) -> None:
    verdict = read_gate([], baseline).check(evaluate(perfect, many))
    assert verdict.passed
    assert "nothing is significantly worse" in verdict.lines()[0]


def test_a_real_regression_fails(
    baseline: Path,
    perfect: TinyArchive,
    gold: list[GoldQuestion],
    many: list[GoldQuestion],
    answer: Callable[..., Answer],
    cite: Callable[..., Citation],
) -> None:
    question = gold[0].question
    perfect.answers[question] = answer(question, cite("gipfel", "Es dauerte fünf Stunden."))
    verdict = read_gate([], baseline).check(evaluate(perfect, many))
    assert not verdict.passed
    fallen = {(one.metric, one.group) for one in verdict.regressions}
    assert {("answer_accuracy", "all"), ("answer_accuracy", "de>de"), ("EM", "de>de")} <= fallen
    assert all(group in ("all", "de>de") for _, group in fallen)
    assert any("answer_accuracy (de>de, 12 questions) fell from 1.0000 to 0.0000" in line for line in verdict.lines())


def test_one_question_that_changed_is_no_regression(
    baseline: Path,
    perfect: TinyArchive,
    many: list[GoldQuestion],
    refuse: Callable[..., Answer],
) -> None:
    report = evaluate(perfect, many)
    perfect.answers[many[0].question] = refuse(many[0].question)
    spoilt = evaluate(perfect, many[:1]).records[0]
    changed = report.model_copy(update={"records": [spoilt, *report.records[1:]]})
    assert read_gate([], baseline).check(changed).passed


def test_better_is_no_regression(
    tmp_path: Path, perfect: TinyArchive, many: list[GoldQuestion], refuse: Callable[..., Answer]
) -> None:
    right = perfect.answers[many[0].question]
    perfect.answers[many[0].question] = refuse(many[0].question)
    write_scores(evaluate(perfect, many), tmp_path)
    perfect.answers[many[0].question] = right
    assert read_gate([], tmp_path).check(evaluate(perfect, many)).passed


def test_a_run_that_leaves_out_questions_does_not_pass(
    baseline: Path, perfect: TinyArchive, many: list[GoldQuestion]
) -> None:
    verdict = read_gate([], baseline).check(evaluate(perfect, many[:-2]))
    assert (verdict.passed, len(verdict.not_asked)) == (False, 2)
    assert "2 questions of the baseline were not asked." in verdict.lines()
