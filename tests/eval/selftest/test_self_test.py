"""The self-test passes as shipped, and fails when a metric is blind."""

from __future__ import annotations

import json

import pytest

import eval.scoring.scores
from eval.runs.record import SentenceVerdict
from eval.scoring.scores import METRICS, scored
from eval.selftest.cases import Case, load_cases
from eval.selftest.figures import FIGURES
from eval.selftest.records import perfect
from eval.selftest.run import SelfTest, self_test
from eval.selftest.ways import ways
from eval.tables.selftest import self_test_tables
from eval.tables.table import to_text
from rag.cli.main import main
from rag.models import Answer


@pytest.fixture(scope="module")
def found() -> SelfTest:
    return self_test()


@pytest.fixture
def few() -> list[Case]:
    """Three questions a direction and three refusals a language, and no claims: quick."""
    taken: dict[tuple[str, str | None], list[Case]] = {}
    for case in load_cases():
        group = taken.setdefault((case.language, case.evidence.language if case.evidence else None), [])
        if len(group) < 3 and not case.claim:
            group.append(case)
    return [case for group in taken.values() for case in group]


def test_it_passes_as_shipped(found: SelfTest) -> None:
    failed = [(way.name, check) for way in found.ways for check in way.failed]
    assert failed == []
    assert found.passed


def test_every_figure_must_be_moved_by_something(found: SelfTest) -> None:
    demanded = {c.figure for way in found.ways for c in way.checks if c.wanted.startswith(("falls", "rises"))}
    assert demanded == set(FIGURES)


def test_every_way_is_tried_in_both_languages(found: SelfTest) -> None:
    assert len(found.ways) == len(ways([]))
    for way in found.ways:
        assert set(way.applied) == {"de", "en"}
        assert min(way.applied.values()) >= 2, way.name


def test_the_perfect_records_are_nearly_perfect(found: SelfTest) -> None:
    for figure in ("RR", "answer_accuracy", "EM", "F1", "nuggets_strict", "citation_exactness", "refusal_f1"):
        assert found.perfect[figure] == 1, figure
    assert found.perfect["ece"] <= 0.06


def test_it_is_the_same_every_time(few: list[Case]) -> None:
    assert self_test(few) == self_test(few)


def test_progress_is_told(few: list[Case]) -> None:
    told: list[int] = []
    self_test(few, told.append)
    assert told == [1] * len(ways(few))


def test_the_records_are_what_a_run_would_record() -> None:
    records = [scored(record) for record in perfect(load_cases())]
    for record in records:
        assert len(record.contexts) == len(record.shown)
        assert record.citations == record.citations_exact
        assert len({hit.article_id for hit in record.results}) == len(record.results) == 10
    assert {metric for record in records for metric in record.scores} == set(METRICS)


def _blind_verdicts(answer: Answer) -> list[SentenceVerdict]:
    """Believes what the answer says of itself."""
    return [SentenceVerdict(support=sentence.support, score=1.0) for sentence in answer.sentences]


def test_a_faithfulness_that_believes_the_answer_is_caught(few: list[Case], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(eval.scoring.scores, "verdicts_of", _blind_verdicts)
    failed = {(way.name, check.figure) for way in self_test(few).ways for check in way.failed}
    assert {("another name", "faithfulness"), ("wrong citation", "faithfulness")} <= failed


def test_a_judge_that_always_agrees_is_caught(few: list[Case], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(eval.scoring.scores, "entails", lambda claim, evidence: True)
    failed = {(way.name, check.figure) for way in self_test(few).ways for check in way.failed}
    assert {("wrong citation", "citation_recall"), ("superfluous citation", "citation_precision")} <= failed


def test_an_exactness_that_is_not_checked_is_caught(few: list[Case], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(eval.scoring.scores, "citation_exactness", lambda answer, stored: 1.0)
    failed = {(way.name, check.figure) for way in self_test(few).ways for check in way.failed}
    assert ("offsets shifted", "citation_exactness") in failed


def test_a_refusal_that_counts_as_right_is_caught(few: list[Case], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(eval.scoring.scores, "refusal_accuracy", lambda **verdict: 1.0)
    failed = {(way.name, check.figure) for way in self_test(few).ways for check in way.failed}
    assert ("refusal instead of an answer", "refusal_accuracy") in failed
    assert ("answer instead of a refusal", "refusal_accuracy") in failed


def test_the_table_shows_the_matrix_and_what_failed(found: SelfTest) -> None:
    text = "\n\n".join(to_text(table) for table in self_test_tables(found))
    assert "wrong citation" in text
    assert "Not noticed" not in text
    first = found.ways[0]
    broken = first.model_copy(update={"checks": [c.model_copy(update={"passed": False}) for c in first.checks]})
    text = "\n\n".join(to_text(t) for t in self_test_tables(found.model_copy(update={"ways": [broken]})))
    assert "Not noticed, or moved without reason" in text
    assert "!" in text


def test_the_command_says_json_and_an_exit_code(
    few: list[Case], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("eval.selftest.cases.load_cases", lambda: few)
    monkeypatch.setattr("eval.scoring.scores.entails", lambda claim, evidence: True)
    assert main(["eval", "self-test", "--json"]) == 1
    shown = capsys.readouterr()
    assert json.loads(shown.out)["passed"] is False
    assert "do not do what they must" in shown.err
