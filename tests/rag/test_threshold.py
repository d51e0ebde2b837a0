from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import UsageError
from rag import Fundstelle
from rag.threshold import THRESHOLD, VARIABLE, threshold_of


@pytest.fixture(autouse=True)
def _unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)


def test_what_is_stated_goes_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    assert threshold_of(None) == THRESHOLD
    monkeypatch.setenv(VARIABLE, "0.7")
    assert threshold_of(None) == 0.7
    assert threshold_of(0.0) == 0.0
    monkeypatch.setenv(VARIABLE, "")
    assert threshold_of(None) == THRESHOLD


@pytest.mark.parametrize("written", ["high", "1.5", "-0.1", "nan"])
def test_a_wrong_setting_is_named(monkeypatch: pytest.MonkeyPatch, written: str) -> None:
    monkeypatch.setenv(VARIABLE, written)
    with pytest.raises(UsageError, match=VARIABLE) as caught:
        threshold_of(None)
    assert written in str(caught.value)
    assert caught.value.remedy


def test_an_archive_takes_it(monkeypatch: pytest.MonkeyPatch, facts_data: Path) -> None:
    monkeypatch.setenv(VARIABLE, "1")
    with Fundstelle.open(facts_data) as archive:
        assert archive.threshold == 1.0
        assert archive.ask("Wie viele Menschen wurden in Emden verletzt?").status == "not_in_corpus"
    with Fundstelle.open(facts_data, threshold=0.0) as archive:
        assert archive.ask("Wie viele Menschen wurden in Emden verletzt?").status == "answered"
