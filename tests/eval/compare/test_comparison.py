from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from eval.compare.comparison import compare
from eval.compare.side import read_side
from eval.gold_set import GoldQuestion
from eval.tables.comparison import comparison_text
from index.errors import SourceError, UsageError
from rag.models import Answer, Citation

if TYPE_CHECKING:
    from tests.eval.conftest import TinyArchive

MakeRun = Callable[..., Path]


@pytest.fixture
def runs(
    make_run: MakeRun,
    perfect: TinyArchive,
    gold: list[GoldQuestion],
    answer: Callable[..., Answer],
    cite: Callable[..., Citation],
    refuse: Callable[..., Answer],
) -> tuple[Path, Path]:
    """A perfect run; one that answers a German question wrongly and refuses an English one."""
    before = make_run("before")
    first, second = gold[0].question, gold[1].question
    perfect.answers[first] = answer(first, cite("gipfel", "Es dauerte fünf Stunden."))
    perfect.answers[second] = refuse(second, language="en")
    return before, make_run("after")


def test_differences_are_paired_and_by_direction(runs: tuple[Path, Path]) -> None:
    found = compare(read_side(runs[0]), read_side(runs[1]))
    accuracy = {one.group: one for one in found.differences if one.metric == "answer_accuracy"}
    assert set(accuracy) == {"all", "de>de", "en>en", "de>en", "en>de"}
    assert (accuracy["all"].n, accuracy["all"].a, accuracy["all"].b, accuracy["all"].changed) == (48, 1, 0.5, 24)
    assert accuracy["de>de"].difference == accuracy["en>en"].difference == -1
    assert accuracy["de>de"].regression
    assert accuracy["de>de"].p == pytest.approx(2 / 2**12)
    assert accuracy["de>de"].p_corrected == pytest.approx(4 * 2 / 2**12)  # the second smallest of five groups
    assert not accuracy["de>en"].significant
    assert (accuracy["de>en"].p, accuracy["de>en"].changed) == (1, 0)
    refusals = {one.group: one for one in found.differences if one.metric == "refusal_accuracy"}
    assert refusals["en>en"].regression
    assert refusals["unanswerable"].changed == 0
    faithful = {one.group: one for one in found.differences if one.metric == "faithfulness"}
    assert "en>en" not in faithful, "a refusal states nothing: there is no pair to compare"


def test_changed_questions_come_with_both_answers(runs: tuple[Path, Path]) -> None:
    found = compare(read_side(runs[0]), read_side(runs[1])).changes
    assert len(found) == 24
    wrong = next(change for change in found if change.id == "dd0")
    assert (wrong.verdict, wrong.by, wrong.question) == ("worse", "answer_accuracy", "Wo fand das Treffen statt?")
    assert "Wladiwostok" in (wrong.a_answer or "")
    assert "fünf Stunden" in (wrong.b_answer or "")
    assert list(wrong.scores["answer_accuracy"]) == [1, 0]
    refused = next(change for change in found if change.id == "ee0")
    assert (refused.by, refused.a_status, refused.b_status) == ("refusal_accuracy", "answered", "not_in_corpus")


def test_the_other_way_round_everything_is_better(runs: tuple[Path, Path]) -> None:
    found = compare(read_side(runs[1]), read_side(runs[0]))
    assert {change.verdict for change in found.changes} == {"better"}
    assert not any(one.regression for one in found.differences)
    assert any(one.significant for one in found.differences)


def test_a_run_does_not_differ_from_itself(runs: tuple[Path, Path]) -> None:
    found = compare(read_side(runs[0]), read_side(runs[0]))
    assert found.changes == []
    assert {(one.difference, one.p, one.changed) for one in found.differences} == {(0, 1, 0)}


def test_a_baseline_without_texts_compares_the_same(runs: tuple[Path, Path]) -> None:
    with_texts = compare(read_side(runs[0]), read_side(runs[1]))
    (runs[0] / "questions.jsonl").unlink()
    found = compare(read_side(runs[0]), read_side(runs[1]))
    assert found.differences == with_texts.differences
    assert [change.id for change in found.changes] == [change.id for change in with_texts.changes]
    assert {change.a_answer for change in found.changes} == {None}
    assert found.changes[0].question == "Wo fand das Treffen statt?"


def test_other_words_alone_are_shown_too(make_run: MakeRun, perfect: TinyArchive, gold: list[GoldQuestion]) -> None:
    before = make_run("before", gold)
    right = perfect.answers[gold[0].question]
    perfect.answers[gold[0].question] = right.model_copy(update={"text": f"Es heißt: {right.text}"})
    (change,) = compare(read_side(before), read_side(make_run("after", gold))).changes
    assert (change.verdict, change.by, change.scores) == ("other words", None, {})


def test_questions_that_only_one_run_asked_are_left_out_and_named(make_run: MakeRun, gold: list[GoldQuestion]) -> None:
    found = compare(read_side(make_run("a", gold[:4])), read_side(make_run("b", gold[1:])))
    assert (found.questions, found.only_a, found.only_b) == (3, ["dd"], ["du", "eu"])
    with pytest.raises(UsageError, match="no question in common"):
        compare(read_side(make_run("c", gold[:1])), read_side(make_run("d", gold[1:])))


def test_the_text_shows_tables_and_both_answers(runs: tuple[Path, Path]) -> None:
    text = comparison_text(compare(read_side(runs[0]), read_side(runs[1])), 3)
    assert "72 questions asked in both" in text
    assert "WORSE" in text
    assert text.count("  A answered: ") == 3
    assert "21 more questions changed" in text
    assert "Nothing changed." in comparison_text(compare(read_side(runs[0]), read_side(runs[0])), 3)


def test_what_is_no_run_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no finished run"):
        read_side(tmp_path)
    (tmp_path / "metrics.json").write_text("{}")
    with pytest.raises(SourceError, match="another version"):
        read_side(tmp_path)
