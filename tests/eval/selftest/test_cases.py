from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from eval.metrics.normalise import contains
from eval.selftest.build import main
from eval.selftest.cases import CASES, Case, load_cases
from index.errors import SourceError
from rag import Fundstelle


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    return load_cases()


def test_every_direction_and_language_is_there(cases: list[Case]) -> None:
    questions = Counter(f"{c.language}>{c.evidence.language}" for c in cases if c.evidence and c.answers)
    claims = Counter(f"{c.language}>{c.evidence.language}" for c in cases if c.evidence and c.claim)
    refusals = Counter(c.language for c in cases if not c.evidence)
    for directions in (questions, claims):
        assert set(directions) == {"de>de", "en>en", "de>en", "en>de"}
        assert min(directions.values()) >= 8
    assert refusals["de"] == refusals["en"] >= 4
    assert len({case.id for case in cases}) == len(cases)


def test_the_phrase_is_an_answer_that_the_evidence_holds(cases: list[Case]) -> None:
    for case in cases:
        if case.answers:
            assert case.evidence is not None
            assert case.phrase is not None
            phrase = case.evidence.text[slice(*case.phrase)]
            assert phrase in case.answers
            assert contains(case.evidence.text, phrase)


def test_the_evidence_stands_in_the_demo_archive(cases: list[Case], demo: Path) -> None:
    with Fundstelle.open(demo) as archive:
        for case in cases:
            if case.evidence:
                assert case.evidence.text in archive.article(case.evidence.article_id).text


def test_building_them_again_changes_nothing(demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eval.selftest.build.CASES", tmp_path / "cases.jsonl")
    main(["--data", str(demo)])
    assert load_cases(tmp_path / "cases.jsonl") == load_cases(CASES)


def test_a_bad_line_is_named(tmp_path: Path) -> None:
    (tmp_path / "cases.jsonl").write_text('{"id": "x"}\n')
    with pytest.raises(SourceError, match=r"cases\.jsonl:1"):
        load_cases(tmp_path / "cases.jsonl")
